package dev.paddock.option;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PORT;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class OptionsTest {
    @Test
    void whatIsNotSetHasItsUsualValue() {
        assertEquals(Optional.empty(), Options.EMPTY.get(PORT));
        assertEquals(8080, Options.EMPTY.value(PORT));
        assertTrue(Options.EMPTY.isEmpty());
    }

    @Test
    void settingOneLeavesTheOthersAndTheOriginal() {
        var one = Options.of(PORT, 9000);
        var two = one.with(CONTEXT_SIZE, 8192);
        assertFalse(one.has(CONTEXT_SIZE));
        assertEquals(9000, two.value(PORT));
        assertEquals(one, two.without(CONTEXT_SIZE));
    }

    @Test
    void aValueThatIsNotAllowedIsADefectOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> Options.of(PORT, 80));
    }

    @Test
    void theUpperOnesWinOverTheBase() {
        var base = Options.of(PORT, 9000).with(PARALLEL_SLOTS, 2);
        var all = Options.of(PORT, 9001).over(base);
        assertEquals(Options.of(PORT, 9001).with(PARALLEL_SLOTS, 2), all);
    }

    @Test
    void whatAnotherVersionKeptIsKept() {
        var json = new LinkedHashMap<String, Object>();
        json.put("flux", List.of(1, "two"));
        json.put("port", 9000);
        var read = Options.fromJson(json, Catalogue.every());
        assertEquals(Map.of(), read.renamed());
        var changed = read.options().with(TEMPERATURE, 0.5).without(PORT).over(Options.EMPTY);
        assertEquals(Map.of("flux", List.of(1, "two"), "temperature", 0.5), changed.toJson());
    }

    @Test
    void aBadMemberSpoilsNoOther() {
        var read =
                Options.fromJson(
                        Map.of("port", 80, "contextSize", 2048, "temperature", Optional.empty()),
                        Catalogue.every());
        assertEquals(Options.of(CONTEXT_SIZE, 2048), read.options());
        assertEquals(List.of(new InvalidValue(PORT, "80")), read.invalid());
    }

    @Test
    void aNameThatIsNotTheKeyIsTranslatedAndTold() {
        var read = Options.fromJson(Map.of("ctx_size", 2048), Catalogue.every());
        assertEquals(Options.of(CONTEXT_SIZE, 2048), read.options());
        assertEquals(Map.of("ctx_size", CONTEXT_SIZE), read.renamed());
    }

    @Test
    void theRightNameWinsWhereBothAreThere() {
        var json = new LinkedHashMap<String, Object>();
        json.put("contextSize", 1024);
        json.put("ctx_size", 2048);
        var read = Options.fromJson(json, Catalogue.every());
        assertEquals(Options.of(CONTEXT_SIZE, 1024), read.options());
        assertEquals(Map.of(), read.renamed());
        assertEquals(Map.of("ctx_size", CONTEXT_SIZE), read.doubled());
    }

    @Test
    void theStrongestThatSetsOneWins() {
        var chain =
                OptionChain.EMPTY
                        .with(Origin.APP, Options.of(PORT, 9000).with(PARALLEL_SLOTS, 2))
                        .with(Origin.MODEL, Options.of(PORT, 9001))
                        .with(Origin.COMMAND_LINE, Options.of(CONTEXT_SIZE, 2048));
        assertEquals(new OptionChain.Resolved<>(9001, Origin.MODEL), chain.resolve(PORT));
        assertEquals(new OptionChain.Resolved<>(2, Origin.APP), chain.resolve(PARALLEL_SLOTS));
        assertEquals(
                new OptionChain.Resolved<>(2048, Origin.COMMAND_LINE), chain.resolve(CONTEXT_SIZE));
        assertEquals(new OptionChain.Resolved<>(0.8, Origin.DEFAULT), chain.resolve(TEMPERATURE));
        assertEquals(
                Options.of(PORT, 9001).with(PARALLEL_SLOTS, 2).with(CONTEXT_SIZE, 2048),
                chain.inForce());
    }

    @Test
    void presetsAreThoseOfTheSystemTheyComeFrom() {
        assertEquals(
                Map.of("temperature", 0.7, "topP", 0.9, "repeatPenalty", 1.1),
                Preset.Standard.BALANCED.options().toJson());
        assertEquals(
                Map.of("temperature", 0.3, "topP", 0.85, "repeatPenalty", 1.15),
                Preset.Standard.CONSERVATIVE.options().toJson());
        assertEquals(
                Map.of("temperature", 1.0, "topP", 0.95, "repeatPenalty", 1.05),
                Preset.Standard.CREATIVE.options().toJson());
    }
}

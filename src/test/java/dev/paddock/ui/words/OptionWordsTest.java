package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.Catalogue;
import dev.paddock.option.Choice;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class OptionWordsTest {
    private final Words words = new Words();
    private final OptionWords names = new OptionWords(words);

    @TestFactory
    Stream<DynamicTest> everyOptionHasANameAHelpAndARule() {
        return Catalogue.every().options().stream()
                .map(option -> DynamicTest.dynamicTest(option.key(), () -> check(option)));
    }

    private <T> void check(Option<T> option) {
        assertFalse(names.label(option).endsWith("."), "a name is no sentence");
        assertTrue(names.help(option).endsWith("."), "the help is a sentence");
        assertTrue(names.details(option).contains(option.flag()));
        assertFalse(names.group(option.group()).isBlank());
        assertFalse(names.value(option, option.usual()).isBlank());
        assertFalse(names.wrong(option, "\"").isBlank());
        if (option.kind() instanceof Choice<?> kind) {
            var shown =
                    kind.values().stream()
                            .map(each -> names.choice(option, each.spelling()))
                            .collect(Collectors.toSet());
            assertEquals(kind.values().size(), shown.size());
        }
    }

    @Test
    void noWordsAreLeftOfOptionsThatAreGone() {
        Set<String> keys = new TreeSet<>(words.bundle().keySet());
        keys.removeIf(key -> !key.startsWith("option."));
        for (var option : Catalogue.every().options()) {
            keys.remove("option." + option.key());
            keys.remove("option." + option.key() + ".help");
        }

        assertEquals(Set.of(), keys);
    }

    @Test
    void noTwoOptionsOfACatalogueHaveTheSameName() {
        for (var catalogue : List.of(EngineOptions.CATALOGUE, SamplingOptions.CATALOGUE)) {
            var all = catalogue.options().stream().map(names::label).toList();

            assertEquals(all.size(), Set.copyOf(all).size(), all.toString());
        }
    }

    @Test
    void everyPlaceIsNamedAndExplained() {
        for (var level : List.of(Origin.APP, Origin.MODEL, Origin.CONVERSATION)) {
            for (var origin : Origin.values()) {
                assertFalse(names.origin(origin).isBlank());
                assertTrue(names.originHelp(origin, level).endsWith("."));
            }
        }
    }

    @Test
    void everyPresetHasAName() {
        for (var preset : Preset.Standard.values()) {
            assertFalse(names.preset(preset).isBlank());
        }
    }

    @Test
    void theRangeSaysWhatIsCounted() {
        assertEquals("tokens, 32 to 65,536", names.range(EngineOptions.BATCH_SIZE));
        assertEquals("1024 to 65535", names.range(EngineOptions.PORT));
        assertEquals("0 to 2", names.range(SamplingOptions.TEMPERATURE));
        assertEquals("0 to 4,294,967,294, or auto", names.range(SamplingOptions.SEED));
    }

    @Test
    void aValueOfSeveralLinesIsShownOnOne() {
        assertEquals(
                "END, ###", names.value(SamplingOptions.STOP_SEQUENCES, List.of("END", "###")));
        assertEquals("Nothing", names.value(EngineOptions.EXTRA_ARGUMENTS, ""));
    }
}

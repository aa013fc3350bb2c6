package dev.paddock.settings;

import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PORT;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain.Resolved;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class OptionSettingsTest {
    private static final Path MODEL = Path.of("/m/a.gguf");

    /** As after a start with {@code --port 9000 --parallel 2}. */
    private final OptionSettings started =
            OptionSettings.NONE
                    .withApp(all -> all.with(PORT, 8090))
                    .withCommandLine(Options.of(PORT, 9000).with(PARALLEL_SLOTS, 2));

    private static <T> Resolved<T> at(OptionSettings settings, Option<T> option) {
        return settings.chain(Optional.of(MODEL)).resolve(option);
    }

    @Test
    void theCommandLineWinsAndIsNoneOfWhatIsKept() {
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(started, PORT));
        assertEquals(Options.of(PORT, 8090), started.app());
    }

    @Test
    void whatAModelComesWithIsNobodysWordAndHoldsUntilThereIsOne() {
        var own = started.withModelDefaults(MODEL, Options.of(PORT, 8001).with(PARALLEL_SLOTS, 3));
        var set = own.withCommandLine(Options.EMPTY).withModel(MODEL, it -> it.with(PORT, 8002));

        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(own, PORT));
        assertEquals(new Resolved<>(8002, Origin.MODEL), at(set, PORT));
        assertEquals(new Resolved<>(3, Origin.MODEL_DEFAULT), at(set, PARALLEL_SLOTS));
        var over = set.withApp(all -> all.with(PARALLEL_SLOTS, 7));
        assertEquals(new Resolved<>(3, Origin.MODEL_DEFAULT), at(over, PARALLEL_SLOTS));
        assertEquals(7, over.chain(Optional.empty()).resolve(PARALLEL_SLOTS).value());
    }

    @Test
    void aChangeOfSomethingElseLeavesTheCommandLineInForce() {
        var changed = started.withApp(all -> all.with(PARALLEL_SLOTS, 4));
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(changed, PORT));
        assertEquals(new Resolved<>(4, Origin.APP), at(changed, PARALLEL_SLOTS));
        assertEquals(8090, changed.app().value(PORT));
    }

    @Test
    void whatAPersonSetsIsKeptAlsoWhereItEqualsTheCommandLine() {
        var changed = started.withApp(all -> all.with(PORT, 9000));
        assertEquals(new Resolved<>(9000, Origin.APP), at(changed, PORT));
        assertEquals(Options.of(PORT, 9000), changed.app());
        assertEquals(new Resolved<>(2, Origin.COMMAND_LINE), at(changed, PARALLEL_SLOTS));
    }

    @Test
    void aValueOfTheModelWinsOverTheAppAndIsChangedWhereItIs() {
        var own = started.withModel(MODEL, it -> it.with(PORT, 8100));
        assertEquals(new Resolved<>(8100, Origin.MODEL), at(own, PORT));

        var changed = own.with(Optional.of(MODEL), PORT, 8101);
        assertEquals(Map.of(MODEL, Options.of(PORT, 8101)), changed.models());
        assertEquals(8090, changed.app().value(PORT));
    }

    @Test
    void aModelWithoutOptionsIsNoneThatIsKept() {
        var changed =
                started.withModel(MODEL, it -> it.with(PORT, 8100))
                        .withModel(MODEL, it -> it.without(PORT));
        assertEquals(Map.of(), changed.models());
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(changed, PORT));
    }

    @Test
    void whatIsTakenOutIsTakenOutEverywhere() {
        var changed =
                started.withModel(MODEL, it -> it.with(PORT, 8100))
                        .withCommandLine(Options.of(PORT, 9000))
                        .without(Optional.of(MODEL), PORT::equals);
        assertEquals(new Resolved<>(8080, Origin.DEFAULT), at(changed, PORT));
    }

    @Test
    void whatIsSetInAFormWinsOverTheCommandLineEvenWhereItWasSetBefore() {
        var changed = started.change(Optional.empty(), List.of(PORT), all -> all.with(PORT, 8090));
        assertEquals(new Resolved<>(8090, Origin.APP), at(changed, PORT));
        assertEquals(new Resolved<>(2, Origin.COMMAND_LINE), at(changed, PARALLEL_SLOTS));

        var own =
                started.change(
                        Optional.of(MODEL), List.of(PARALLEL_SLOTS), it -> it.with(PORT, 8100));
        assertEquals(Options.of(PORT, 8100), own.of(MODEL));
        assertEquals(Options.of(PORT, 8090), own.app());
        assertEquals(new Resolved<>(2, Origin.COMMAND_LINE), at(own, PARALLEL_SLOTS));
    }

    @Test
    void aValueTheModelHasNotIsSetForAll() {
        var other = started.withModel(MODEL, it -> it.with(PARALLEL_SLOTS, 3));
        var changed = other.with(Optional.of(MODEL), PORT, 8200);
        assertEquals(Map.of(MODEL, Options.of(PARALLEL_SLOTS, 3)), changed.models());
        assertEquals(8200, changed.app().value(PORT));
        assertEquals(new Resolved<>(8200, Origin.APP), at(changed, PORT));
    }

    @Test
    void aReportNamesTheChosenModelsOptionsAlone() {
        var other = Path.of("/m/secret.gguf");
        var two =
                started.withModel(MODEL, it -> it.with(PORT, 8100))
                        .withModel(other, it -> it.with(PORT, 8101));
        assertEquals(
                Map.of(MODEL, Options.of(PORT, 8100)), two.onlyOf(Optional.of(MODEL)).models());
        assertEquals(Map.of(), two.onlyOf(Optional.empty()).models());
    }

    @Test
    void aLaterStartAddsToWhatTheFirstSaid() {
        var later = started.withLaterCommandLine(Options.of(PORT, 9100));
        assertEquals(new Resolved<>(9100, Origin.COMMAND_LINE), at(later, PORT));
        assertEquals(new Resolved<>(2, Origin.COMMAND_LINE), at(later, PARALLEL_SLOTS));
    }

    @Test
    void whatIsSetForOneConversationLeavesTheCommandLineInForceInAllOthers() {
        var one = UUID.randomUUID();
        var own = Options.of(PORT, 9000);
        var set = started.setIn(one, List.of(PORT));
        assertEquals(
                new Resolved<>(9000, Origin.CONVERSATION),
                set.chain(Optional.of(MODEL), one, own).resolve(PORT));
        assertEquals(
                new Resolved<>(9000, Origin.COMMAND_LINE),
                set.chain(Optional.of(MODEL), UUID.randomUUID(), own).resolve(PORT));
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(set, PORT));
        assertEquals(
                new Resolved<>(9000, Origin.COMMAND_LINE),
                set.chain(Optional.of(MODEL), one, Options.EMPTY).resolve(PORT));
        assertEquals(
                new Resolved<>(9100, Origin.COMMAND_LINE),
                set.withLaterCommandLine(Options.of(PORT, 9100))
                        .chain(Optional.of(MODEL), one, own)
                        .resolve(PORT));
    }

    @Test
    void whatIsSetForOneModelLeavesTheCommandLineInForceForAllOthers() {
        var other = Optional.of(Path.of("/m/b.gguf"));
        var set = started.change(Optional.of(MODEL), List.of(PORT), own -> own.with(PORT, 9000));
        assertEquals(new Resolved<>(9000, Origin.MODEL), at(set, PORT));
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), set.chain(other).resolve(PORT));
        var reset = set.change(Optional.of(MODEL), List.of(PORT), own -> own.without(PORT));
        assertEquals(new Resolved<>(9000, Origin.COMMAND_LINE), at(reset, PORT));
    }
}

package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.Failure;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.signal.Signal;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A start with other settings in place of an engine that runs, and what comes of the settings. */
class EngineStarterTest {
    private final DemoParts.FakeEngineControl engine = new DemoParts.FakeEngineControl();
    private final DemoParts.FakePreferences preferences =
            new DemoParts.FakePreferences(DemoParts.settings().withModel(DemoParts.MODEL));

    private final EngineViewModel model =
            new EngineViewModel(
                    engine,
                    preferences,
                    new Signal<>(
                            new EngineLocation.Found(
                                    DemoParts.ENGINE, EngineLocation.Origin.BUNDLED)),
                    List::of,
                    Runnable::run,
                    () -> {});

    @BeforeEach
    void run() {
        engine.state.set(DemoParts.ready());
    }

    @Test
    void whoeverKeepsTheEngineThatRunsKeepsTheSettingsToo() {
        model.set(EngineOptions.EXTRA_ARGUMENTS, "-t 4 --no-such 7");
        var before = preferences.settings().value();
        var asked = new ArrayList<Runnable>();
        model.beforeReplacing().add(asked::add);

        model.startWith(EngineOptions.PORT, 9000);
        model.startWithHalfContext();
        model.startWithoutArgument("--no-such");
        assertEquals(before, preferences.settings().value());
        assertEquals(List.of(), engine.told);

        asked.getFirst().run();
        assertEquals(9000, inForce(EngineOptions.PORT));
        assertEquals(9000, engine.plans.getLast().value(EngineOptions.PORT));
        assertEquals("-t 4 --no-such 7", inForce(EngineOptions.EXTRA_ARGUMENTS));
        asked.getLast().run();
        assertEquals("-t 4", inForce(EngineOptions.EXTRA_ARGUMENTS));
    }

    @Test
    void aRemedyIsKeptWhenSomethingElseIsWrongToo() {
        engine.wrong = Optional.of(new Failure.PortTaken(9000));

        model.startWithHalfContext();

        assertEquals(2048, inForce(EngineOptions.CONTEXT_SIZE));
        assertEquals(engine.wrong, model.refused().value());
        assertEquals(List.of(), engine.told);
    }

    @Test
    void aRefusalStaysUntilThePersonHasAnswered() {
        var refused = Optional.<Failure>of(new Failure.PortTaken(9000));
        engine.wrong = refused;
        model.startWith(EngineOptions.PORT, 9000);
        engine.wrong = Optional.empty();
        var asked = new ArrayList<Runnable>();
        model.beforeReplacing().add(asked::add);

        model.startWith(EngineOptions.PORT, 9001);
        assertEquals(refused, model.refused().value());

        asked.getFirst().run();
        assertEquals(Optional.empty(), model.refused().value());
    }

    private <T> T inForce(Option<T> option) {
        return preferences.settings().value().chain().resolve(option).value();
    }
}

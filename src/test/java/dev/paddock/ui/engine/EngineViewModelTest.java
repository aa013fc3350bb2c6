package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.Failure;
import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.faults.Fault;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Signal;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class EngineViewModelTest {
    private final DemoParts.FakeEngine engine = new DemoParts.FakeEngine();
    private final DemoParts.FakePreferences preferences =
            new DemoParts.FakePreferences(
                    Settings.DEFAULT.withModel(DemoParts.MODEL).withServer(DemoParts.server()));
    private final Signal<EngineLocation> location =
            new Signal<>(new EngineLocation.Found(DemoParts.ENGINE, Origin.BUNDLED));
    private final EngineViewModel model =
            new EngineViewModel(
                    engine, preferences, location, port -> port + 10, List::of, Runnable::run);

    @Test
    void startsWithTheSettingsAsTheyAre() {
        model.start();

        assertEquals(List.of(DemoParts.plan()), engine.plans);
    }

    @Test
    @Fault(20)
    void saysThatAModelIsMissing() {
        preferences.change(_ -> Settings.DEFAULT);

        model.start();

        assertEquals(List.of(), engine.told);
        assertEquals(Optional.of(new Failure.NoModel()), model.refused().value());
        assertFalse(model.canStart());
    }

    @Test
    void saysWhyThereIsNoEngine() {
        var missing = new Failure.EngineMissing(DemoParts.ENGINE);
        location.set(new EngineLocation.NotFound(missing));

        model.start();

        assertEquals(Optional.of(missing), model.refused().value());
    }

    @Test
    void aStartThatWorksTakesTheRefusalBack() {
        preferences.change(_ -> Settings.DEFAULT);
        model.start();

        preferences.change(settings -> settings.withModel(DemoParts.MODEL));
        model.start();

        assertEquals(Optional.empty(), model.refused().value());
    }

    @Test
    void otherSettingsNeedARestartWithThem() {
        engine.state.set(DemoParts.ready());
        assertFalse(model.restartNeeded());

        preferences.change(settings -> settings.withServer(DemoParts.server().withPort(9000)));
        assertTrue(model.restartNeeded());
        model.restart();

        assertEquals(9000, onlyPlan().settings().port());
    }

    @Test
    void aRestartWithoutChangesLeavesThePlanAlone() {
        engine.state.set(DemoParts.ready());

        model.restart();

        assertEquals(List.of("restart"), engine.told);
    }

    @Test
    void theNextPortIsKeptAndUsed() {
        model.startOnNextPort(8080);

        assertEquals(8091, onlyPlan().settings().port());
        assertEquals(8091, preferences.settings().value().server().port());
    }

    @Test
    void halfTheContextIsTaken() {
        model.startWithHalfContext();

        assertEquals(8192, onlyPlan().settings().contextSize());
    }

    @Test
    void layersCanBeTakenBack() {
        model.startWithLayers(new GpuLayers.None());

        assertEquals(new GpuLayers.None(), onlyPlan().settings().gpuLayers());
    }

    private LaunchPlan onlyPlan() {
        assertEquals(1, engine.plans.size());
        return engine.plans.getFirst();
    }

    @Test
    void theContextThatFitsIsKeptAndUsed() {
        model.startWithContext(20_480);

        assertEquals(20_480, engine.plans.getLast().settings().contextSize());
        assertEquals(20_480, preferences.settings().value().server().contextSize());
    }

    @Test
    void anArgumentIsDroppedForGood() {
        model.changeServer(DemoParts.server().withExtraArguments("-t 4 --no-such 7"));
        assertTrue(model.hasArgument("--no-such"));

        model.startWithoutArgument("--no-such");

        assertFalse(model.hasArgument("--no-such"));
        assertEquals("-t 4", engine.plans.getLast().settings().extraArguments());
    }
}

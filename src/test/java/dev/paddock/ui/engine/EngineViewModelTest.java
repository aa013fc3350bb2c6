package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.faults.Fault;
import dev.paddock.option.CacheType;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Signal;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class EngineViewModelTest {
    private final DemoParts.FakeEngineControl engine = new DemoParts.FakeEngineControl();
    private final DemoParts.FakePreferences preferences =
            new DemoParts.FakePreferences(DemoParts.settings().withModel(DemoParts.MODEL));
    private final Signal<EngineLocation> location =
            new Signal<>(new EngineLocation.Found(DemoParts.ENGINE, Origin.BUNDLED));
    private final EngineViewModel model =
            new EngineViewModel(
                    engine,
                    preferences,
                    location,
                    List::of,
                    Runnable::run,
                    () -> engine.told.add("choose a model"));

    @Test
    void startsWithTheSettingsAsTheyAre() {
        model.start();

        assertEquals(List.of(DemoParts.plan()), engine.plans);
    }

    @Test
    @Fault(20)
    void leadsToTheChoiceOfAModelThatIsMissing() {
        preferences.change(_ -> Settings.DEFAULT);

        model.start();

        assertEquals(List.of("choose a model"), engine.told);
        assertEquals(Optional.empty(), model.refused().value());
        assertFalse(model.canStart());
    }

    @Test
    void aStartDuringTheSearchWaitsForItsEnd() {
        var found = location.value();
        location.set(new EngineLocation.Searching());
        model.start();
        assertEquals(List.of(), engine.told);
        location.set(found);
        assertEquals(List.of("start"), engine.told);
        location.set(new EngineLocation.Searching());
        model.start();
        model.stop();
        location.set(found);
        assertEquals(List.of("start", "stop"), engine.told);
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

        preferences.change(settings -> settings.with(EngineOptions.PORT, 9000));
        assertTrue(model.restartNeeded());
        model.restart();

        assertEquals(9000, onlyPlan().value(EngineOptions.PORT));
    }

    @Test
    void aRestartWithoutChangesLeavesThePlanAlone() {
        engine.state.set(DemoParts.ready());

        model.restart();

        assertEquals(List.of("restart"), engine.told);
    }

    @Test
    void anEngineThatRunsIsNotEndedForOneThatCannotStart() {
        var taken = new Failure.PortTaken(9000);
        engine.state.set(DemoParts.ready());
        preferences.change(settings -> settings.with(EngineOptions.PORT, 9000));
        engine.wrong = Optional.of(taken);
        model.beforeReplacing().add(_ -> engine.told.add("asked"));

        model.restart();
        model.start();
        assertEquals(List.of(), engine.told);
        assertEquals(Optional.of(taken), model.refused().value());

        preferences.change(settings -> settings.with(EngineOptions.PORT, 9001));
        assertEquals(Optional.empty(), model.refused().value());
    }

    @Test
    void whoeverObjectsKeepsTheEngineThatRuns() {
        engine.state.set(DemoParts.ready());
        model.beforeReplacing().add(_ -> engine.told.add("asked"));

        model.restart();
        assertEquals(List.of("asked"), engine.told);

        model.startWith(EngineOptions.PORT, 9000);
        assertEquals(List.of("asked", "asked"), engine.told);
    }

    @Test
    void aFreePortIsUsedAndNoneIsKept() {
        model.set(EngineOptions.PORT, 9000);

        model.startOnFreePort();

        assertFalse(onlyPlan().portChosen());
        assertFalse(preferences.settings().value().chain().inForce().has(EngineOptions.PORT));
    }

    @Test
    void halfTheContextIsTaken() {
        model.startWithHalfContext();

        assertEquals(2048, onlyPlan().value(EngineOptions.CONTEXT_SIZE));
    }

    @Test
    void layersCanBeTakenBack() {
        model.startWith(EngineOptions.GPU_LAYERS, new GpuLayers.None());

        assertEquals(new GpuLayers.None(), onlyPlan().value(EngineOptions.GPU_LAYERS));
    }

    private <T> T inForce(Option<T> option) {
        return preferences.settings().value().chain().resolve(option).value();
    }

    private LaunchPlan onlyPlan() {
        assertEquals(1, engine.plans.size());
        return engine.plans.getFirst();
    }

    @Test
    void theContextThatFitsIsKeptAndUsed() {
        model.startWithContext(20_480);

        assertEquals(20_480, engine.plans.getLast().value(EngineOptions.CONTEXT_SIZE));
        assertEquals(20_480, inForce(EngineOptions.CONTEXT_SIZE));
    }

    @Test
    void anArgumentIsDroppedForGood() {
        model.set(EngineOptions.EXTRA_ARGUMENTS, "-t 4 --no-such 7");
        assertTrue(model.hasArgument("--no-such"));

        model.startWithoutArgument("--no-such");

        assertFalse(model.hasArgument("--no-such"));
        assertEquals("-t 4", engine.plans.getLast().value(EngineOptions.EXTRA_ARGUMENTS));
    }

    @Test
    void anOptionThisBuildDoesNotKnowIsDroppedForGood() {
        model.set(EngineOptions.CACHE_TYPE_K, CacheType.Q8_0);
        assertTrue(model.hasArgument("--cache-type-k"));

        model.startWithoutArgument("--cache-type-k");

        assertFalse(model.hasArgument("--cache-type-k"));
        assertEquals(CacheType.F16, engine.plans.getLast().value(EngineOptions.CACHE_TYPE_K));
    }

    @Test
    void settingAUsualValueNeedsNoRestart() {
        engine.state.set(DemoParts.ready());

        model.set(EngineOptions.BATCH_SIZE, 2048);
        assertFalse(model.restartNeeded());

        model.set(EngineOptions.BATCH_SIZE, 1024);
        assertTrue(model.restartNeeded());
    }

    @Test
    void whatIsSetForTheModelIsChangedThere() {
        preferences.change(
                settings ->
                        settings.withOptions(
                                all ->
                                        all.withModel(
                                                DemoParts.MODEL,
                                                own -> own.with(EngineOptions.PORT, 9000))));

        model.startWith(EngineOptions.PORT, 9011);

        assertEquals(9011, onlyPlan().value(EngineOptions.PORT));
        var kept = preferences.settings().value().options();
        assertEquals(9011, kept.of(DemoParts.MODEL).value(EngineOptions.PORT));
        assertEquals(8080, kept.app().value(EngineOptions.PORT));
    }

    @Test
    void aValueOfThePersonWinsOverTheCommandLineEvenIfItWasSetBefore() {
        preferences.change(
                settings ->
                        settings.withOptions(
                                all ->
                                        all.withApp(own -> own.with(EngineOptions.PORT, 8090))
                                                .withCommandLine(
                                                        Options.of(EngineOptions.PORT, 9000))));

        model.change(
                dev.paddock.option.Origin.APP,
                List.of(EngineOptions.PORT),
                own -> own.with(EngineOptions.PORT, 8090));
        model.start();

        assertEquals(8090, onlyPlan().value(EngineOptions.PORT));
    }

    @Test
    void nothingStartsWhileAFormIsWrong() {
        var right = new boolean[1];
        model.beforeStart()
                .add(
                        start -> {
                            if (right[0]) {
                                start.run();
                            }
                        });
        model.start();
        model.restart();
        assertEquals(List.of(), engine.told);

        right[0] = true;
        model.start();

        assertEquals(List.of("start"), engine.told);
    }
}

package dev.paddock.ui.engine;

import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Starts the engine with the settings as they are. One that runs is ended only for one that can be
 * started, and when nobody objects. For any thread.
 */
final class EngineStarter implements Subscription {
    private final EngineControl control;
    private final Preferences preferences;
    private final Observable<EngineLocation> engine;
    private final Runnable chooseModel;
    private final Signal<Optional<Failure>> refused = new Signal<>(Optional.empty());
    private final StartChecks checks = new StartChecks();
    private final StartChecks replacing = new StartChecks();
    private final StartChecks stopping = new StartChecks();
    private final EarlyStart early;
    private final Subscription watching;

    /** With this plan the refused start was to be; an engine runs meanwhile. */
    private volatile Optional<LaunchPlan> refusedPlan = Optional.empty();

    /**
     * @param chooseModel leads to the choice of a model; called on any thread
     */
    EngineStarter(
            EngineControl control,
            Preferences preferences,
            Observable<EngineLocation> engine,
            Runnable chooseModel) {
        this.control = control;
        this.preferences = preferences;
        this.engine = engine;
        this.chooseModel = chooseModel;
        early = new EarlyStart(engine, this::launch);
        watching = preferences.settings().subscribe(_ -> settingsChanged());
    }

    @Override
    public void close() {
        watching.close();
        early.close();
    }

    Observable<Optional<Failure>> refused() {
        return refused;
    }

    StartChecks beforeStart() {
        return checks;
    }

    StartChecks beforeReplacing() {
        return replacing;
    }

    StartChecks beforeStopping() {
        return stopping;
    }

    void start() {
        checks.run(this::launch);
    }

    /**
     * Likewise with other settings, which are kept unless a person keeps the engine that runs.
     *
     * @param which options have another value then
     */
    void startWith(Collection<? extends Option<?>> which, UnaryOperator<Settings> change) {
        checks.run(which, () -> launchWith(change));
    }

    void restart() {
        checks.run(restartNeeded() ? this::launch : this::startAgain);
    }

    /** Forgets a start that waits, and the refusal; ends the engine when nobody objects. */
    void stop() {
        early.cancel();
        dismiss();
        if (running().isPresent()) {
            stopping.run(control::stop);
        } else {
            control.stop();
        }
    }

    void dismiss() {
        refusedPlan = Optional.empty();
        refused.set(Optional.empty());
    }

    boolean restartNeeded() {
        return running().filter(engine -> !plan().map(engine::isLike).orElse(false)).isPresent();
    }

    boolean canStart() {
        return plan().isPresent();
    }

    private void launch() {
        if (early.waits()) {
            return;
        }
        var wanted = plan();
        if (wanted.isEmpty()) {
            leadOn();
        } else if (restartNeeded()) {
            replace(wanted.get(), () -> {}, this::startPlan);
        } else {
            dismiss();
            control.start(wanted.get());
        }
    }

    private void launchWith(UnaryOperator<Settings> change) {
        var wanted = plan(change.apply(preferences.settings().value()));
        if (wanted.isPresent() && running().filter(now -> !now.isLike(wanted.get())).isPresent()) {
            replace(wanted.get(), () -> preferences.change(change), this::startPlan);
        } else {
            preferences.change(change);
            launch();
        }
    }

    private void startPlan() {
        plan().ifPresent(control::start);
    }

    private void leadOn() {
        if (engine.value().program().isPresent()) {
            chooseModel.run();
        } else {
            refused.set(engine.value().failure().or(() -> Optional.of(new Failure.NoEngine())));
        }
    }

    private void startAgain() {
        running()
                .ifPresentOrElse(
                        engine -> replace(engine.plan(), () -> {}, control::restart),
                        control::restart);
    }

    /**
     * @param keep keeps the settings of {@code wanted}: with a refusal, whose remedies change them
     *     further, or once nobody objects
     */
    private void replace(LaunchPlan wanted, Runnable keep, Runnable start) {
        control.preflight(wanted)
                .thenAccept(
                        wrong -> {
                            if (wrong.isPresent()) {
                                keep.run();
                                refusedPlan = Optional.of(wanted);
                                refused.set(wrong);
                            } else {
                                replacing.run(
                                        () -> {
                                            dismiss();
                                            keep.run();
                                            start.run();
                                        });
                            }
                        });
    }

    /** What was wrong with other settings is over. */
    private void settingsChanged() {
        if (refusedPlan.isPresent() && !refusedPlan.equals(plan())) {
            dismiss();
        }
    }

    private Optional<RunningEngine> running() {
        return control.state().value().running();
    }

    private Optional<LaunchPlan> plan() {
        return plan(preferences.settings().value());
    }

    private Optional<LaunchPlan> plan(Settings settings) {
        var options = settings.chain().inForce().in(EngineOptions.CATALOGUE);
        return engine.value()
                .program()
                .flatMap(
                        program ->
                                settings.model()
                                        .map(
                                                model ->
                                                        new LaunchPlan(
                                                                program,
                                                                model,
                                                                options,
                                                                settings.sharing())));
    }
}

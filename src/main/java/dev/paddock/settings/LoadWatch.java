package dev.paddock.settings;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers which models did not survive their last load. A model counts as unsafe from the spawn
 * of its engine until that is ready, so that a machine that went down with it is remembered too.
 */
public final class LoadWatch implements Subscription {
    private final Preferences preferences;
    private final Subscription watching;

    /** Its load began and has not come to an end; used by the thread that tells the states. */
    private Optional<Path> loading = Optional.empty();

    /** Whether an earlier load of it went wrong; one that is given up proves nothing. */
    private boolean unsafeBefore;

    public LoadWatch(Observable<EngineState> engine, Preferences preferences) {
        this.preferences = preferences;
        watching = engine.subscribe(this::note);
    }

    @Override
    public void close() {
        watching.close();
    }

    private void note(EngineState state) {
        switch (state) {
            case EngineState.Spawning(var plan, _, _) -> begun(plan.model());
            case EngineState.Loading(var plan, _, _) -> begun(plan.model());
            case EngineState.Stalled(var plan, _, _, _) -> begun(plan.model());
            case EngineState.Ready(var engine) -> loaded(engine);
            case EngineState.Suspect(var engine, _) -> loaded(engine);
            case EngineState.Unresponsive(var engine, _) -> loaded(engine);
            case EngineState.Failed(var why) -> ended(why);
            case EngineState.BackingOff(_, var why, _, _) -> ended(why);
            case EngineState.Idle _, EngineState.Stopping _ -> survived();
            case EngineState.Preflight _, EngineState.Diagnosing _ -> {}
        }
    }

    private void begun(Path model) {
        if (!loading.equals(Optional.of(model))) {
            loading = Optional.of(model);
            unsafeBefore = preferences.settings().value().loading().unsafe().contains(model);
            mark(model, true);
        }
    }

    private void loaded(RunningEngine engine) {
        loading = Optional.empty();
        mark(engine.plan().model(), false);
    }

    private void ended(Failure why) {
        if (isCrash(why)) {
            loading = Optional.empty();
        } else {
            survived();
        }
    }

    /** A person gave it up, or the engine ended it in good order. */
    private void survived() {
        loading.ifPresent(model -> mark(model, unsafeBefore));
        loading = Optional.empty();
    }

    private static boolean isCrash(Failure why) {
        return why instanceof Failure.Crashed
                || why instanceof Failure.Killed
                || why instanceof Failure.KeepsCrashing
                || why instanceof Failure.GpuFault
                || why instanceof Failure.ExitedEarly(var exit, _) && exit.bySystem();
    }

    private void mark(Path model, boolean unsafe) {
        preferences.change(
                settings -> settings.withLoading(loading -> loading.unsafe(model, unsafe)));
    }
}

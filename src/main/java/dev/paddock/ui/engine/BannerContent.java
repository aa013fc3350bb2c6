package dev.paddock.ui.engine;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.ui.common.Severity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the banner has to say. */
public sealed interface BannerContent {
    record Nothing() implements BannerContent {}

    record Broken(Failure failure) implements BannerContent {}

    /** It crashed and starts again at {@code until}. */
    record Retrying(Failure failure, int attempt, Instant until) implements BannerContent {}

    /** After it crashed, it is starting again. */
    record Restarting(Failure failure, int attempt) implements BannerContent {}

    /** It runs but has stopped answering. */
    record Stuck(Failure why) implements BannerContent {}

    /** It is still starting, but nothing comes from it. */
    record Stalled(Failure why) implements BannerContent {}

    /** It runs, but not quite as it was asked to. */
    record Warned(List<EngineWarning> warnings) implements BannerContent {
        public Warned {
            warnings = List.copyOf(warnings);
        }

        /** What others can see or do is more than something that is slower than it could be. */
        Severity severity() {
            return warnings.stream().anyMatch(EngineWarning.PrivacyWeakened.class::isInstance)
                    ? Severity.WARNING
                    : Severity.NEUTRAL;
        }
    }

    /** A restart takes no time to read: why there is one is told until it has come to its end. */
    default BannerContent after(BannerContent before, EngineState state) {
        boolean starts =
                state instanceof EngineState.Preflight
                        || state instanceof EngineState.Spawning
                        || state instanceof EngineState.Loading;
        if (!starts || !(this instanceof Nothing)) {
            return this;
        }
        if (before instanceof Retrying(var failure, int attempt, _)) {
            return new Restarting(failure, attempt);
        }
        return before instanceof Restarting ? before : this;
    }

    /**
     * Pure.
     *
     * @param refused why the last start was not even tried; where none runs, an engine found since
     *     puts an end to it
     * @param engine where it is now
     */
    static BannerContent of(EngineState state, Optional<Failure> refused, EngineLocation engine) {
        boolean told = engine.program().isEmpty() || state.running().isPresent();
        if (refused.isPresent() && told) {
            return new Broken(refused.get());
        }
        return switch (state) {
            case EngineState.Failed(Failure.BadProgram bad)
                    when engine.program().filter(now -> !now.equals(bad.engine())).isPresent() ->
                    new Nothing();
            case EngineState.Failed(var failure) -> new Broken(failure);
            case EngineState.BackingOff(_, var failure, int attempt, var until) ->
                    new Retrying(failure, attempt, until);
            case EngineState.Unresponsive(_, var why) -> new Stuck(why);
            case EngineState.Stalled(_, _, _, var why) -> new Stalled(why);
            case EngineState.Idle _ ->
                    engine.failure().<BannerContent>map(Broken::new).orElse(new Nothing());
            case EngineState.Ready(var running) when !running.warnings().isEmpty() ->
                    new Warned(running.warnings());
            case EngineState.Suspect(var running, _) when !running.warnings().isEmpty() ->
                    new Warned(running.warnings());
            case EngineState.Preflight _,
                    EngineState.Spawning _,
                    EngineState.Loading _,
                    EngineState.Ready _,
                    EngineState.Suspect _,
                    EngineState.Stopping _,
                    EngineState.Diagnosing _ ->
                    new Nothing();
        };
    }
}

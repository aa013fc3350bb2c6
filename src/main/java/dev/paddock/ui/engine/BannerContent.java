package dev.paddock.ui.engine;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the banner has to say. */
public sealed interface BannerContent {
    record Nothing() implements BannerContent {}

    record Broken(Failure failure) implements BannerContent {}

    /** It crashed and starts again at {@code until}. */
    record Retrying(Failure failure, int attempt, Instant until) implements BannerContent {}

    /** It runs but has stopped answering. */
    record Stuck(Failure why) implements BannerContent {}

    /** It is still starting, but nothing comes from it. */
    record Stalled(Failure why) implements BannerContent {}

    /** It runs, but not quite as it was asked to. */
    record Warned(List<EngineWarning> warnings) implements BannerContent {
        public Warned {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Pure.
     *
     * @param refused why the last start was not even tried
     * @param noEngine why there is no engine, when there is none
     */
    static BannerContent of(
            EngineState state, Optional<Failure> refused, Optional<Failure> noEngine) {
        if (refused.isPresent()) {
            return new Broken(refused.get());
        }
        return switch (state) {
            case EngineState.Failed(var failure) -> new Broken(failure);
            case EngineState.BackingOff(_, var failure, int attempt, var until) ->
                    new Retrying(failure, attempt, until);
            case EngineState.Unresponsive(_, var why) -> new Stuck(why);
            case EngineState.Stalled(_, _, _, var why) -> new Stalled(why);
            case EngineState.Idle _ ->
                    noEngine.<BannerContent>map(Broken::new).orElse(new Nothing());
            case EngineState.Ready(var engine) when !engine.warnings().isEmpty() ->
                    new Warned(engine.warnings());
            case EngineState.Suspect(var engine, _) when !engine.warnings().isEmpty() ->
                    new Warned(engine.warnings());
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

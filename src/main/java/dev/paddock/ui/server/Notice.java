package dev.paddock.ui.server;

import dev.paddock.server.Caution;
import dev.paddock.server.Failure;
import dev.paddock.server.ServerState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the banner has to say. */
public sealed interface Notice {
    record Nothing() implements Notice {}

    record Broken(Failure failure) implements Notice {}

    /** It crashed and starts again at {@code until}. */
    record Retrying(Failure failure, int attempt, Instant until) implements Notice {}

    /** It runs but has stopped answering. */
    record Stuck(Failure why) implements Notice {}

    /** It is still starting, but nothing comes from it. */
    record Stalled(Failure why) implements Notice {}

    /** It runs, but not quite as it was asked to. */
    record Cautioned(List<Caution> cautions) implements Notice {
        public Cautioned {
            cautions = List.copyOf(cautions);
        }
    }

    /**
     * Pure.
     *
     * @param refused why the last start was not even tried
     * @param noEngine why there is no engine, when there is none
     */
    static Notice of(ServerState state, Optional<Failure> refused, Optional<Failure> noEngine) {
        if (refused.isPresent()) {
            return new Broken(refused.get());
        }
        return switch (state) {
            case ServerState.Failed(var failure) -> new Broken(failure);
            case ServerState.BackingOff(_, var failure, int attempt, var until) ->
                    new Retrying(failure, attempt, until);
            case ServerState.Unresponsive(_, var why) -> new Stuck(why);
            case ServerState.Stalled(_, _, _, var why) -> new Stalled(why);
            case ServerState.Idle _ -> noEngine.<Notice>map(Broken::new).orElse(new Nothing());
            case ServerState.Ready(var engine) when !engine.cautions().isEmpty() ->
                    new Cautioned(engine.cautions());
            case ServerState.Suspect(var engine, _) when !engine.cautions().isEmpty() ->
                    new Cautioned(engine.cautions());
            case ServerState.Preflight _,
                    ServerState.Spawning _,
                    ServerState.Loading _,
                    ServerState.Ready _,
                    ServerState.Suspect _,
                    ServerState.Stopping _,
                    ServerState.Diagnosing _ ->
                    new Nothing();
        };
    }
}

package dev.paddock.engine;

import dev.paddock.option.EngineOptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the engine stands (the supervisor is the only writer). */
public sealed interface EngineState {
    record Idle() implements EngineState {}

    /** Checking the engine, the model and the port before anything is started. */
    record Preflight(LaunchPlan plan, Instant since) implements EngineState {}

    /** The process is there, its port does not answer yet. */
    record Spawning(LaunchPlan plan, Instant since, long pid) implements EngineState {}

    /** It answers, and is reading the model. */
    record Loading(LaunchPlan plan, Instant since, long pid) implements EngineState {}

    /**
     * It is still starting, but nothing has come from it for long: a person decides whether to wait
     * on. A sign of life brings it back to where it was.
     */
    record Stalled(LaunchPlan plan, Instant since, long pid, Failure why) implements EngineState {}

    record Ready(RunningEngine engine) implements EngineState {}

    /** It missed an answer it should have given. */
    record Suspect(RunningEngine engine, int misses) implements EngineState {}

    /** It has missed too many, or the trial of a token came to nothing. */
    record Unresponsive(RunningEngine engine, Failure.NotResponding why) implements EngineState {}

    record Stopping(LaunchPlan plan, Instant since) implements EngineState {}

    /** It ended by itself; the cause is being found. */
    record Diagnosing(LaunchPlan plan, EngineExit exit) implements EngineState {}

    /** It crashed and will be started again at {@code until}. */
    record BackingOff(LaunchPlan plan, Failure failure, int attempt, Instant until)
            implements EngineState {}

    record Failed(Failure failure) implements EngineState {}

    /**
     * A ready engine.
     *
     * @param since when it became ready
     * @param startupMillis from the start command to ready
     * @param warnings what is not as it was asked for
     */
    record RunningEngine(
            LaunchPlan plan,
            Endpoint endpoint,
            EngineInfo info,
            long pid,
            Instant since,
            long startupMillis,
            List<EngineWarning> warnings) {
        public RunningEngine {
            warnings = List.copyOf(warnings);
        }

        /** Whether a start with {@code other} would come to the same. */
        public boolean isLike(LaunchPlan other) {
            return plan.startsLike(other, endpoint.port());
        }

        /** The port was taken that it would have listened on; nobody chose it. */
        public boolean portMoved() {
            return endpoint.port() != plan.value(EngineOptions.PORT);
        }

        /** Of which nothing special is to be said. */
        public RunningEngine(
                LaunchPlan plan,
                Endpoint endpoint,
                EngineInfo info,
                long pid,
                Instant since,
                long startupMillis) {
            this(plan, endpoint, info, pid, since, startupMillis, List.of());
        }
    }

    /** The engine to talk to, when there is one. */
    default Optional<RunningEngine> running() {
        return switch (this) {
            case Ready(var engine) -> Optional.of(engine);
            case Suspect(var engine, _) -> Optional.of(engine);
            case Unresponsive(var engine, _) -> Optional.of(engine);
            case Idle _, Preflight _, Spawning _, Loading _ -> Optional.empty();
            case Stalled _, Stopping _, Diagnosing _, BackingOff _, Failed _ -> Optional.empty();
        };
    }

    /** What it was started with, or is about to be: until it is off, or has failed for good. */
    default Optional<LaunchPlan> launchPlan() {
        return switch (this) {
            case Preflight(var plan, _) -> Optional.of(plan);
            case Spawning(var plan, _, _) -> Optional.of(plan);
            case Loading(var plan, _, _) -> Optional.of(plan);
            case Stalled(var plan, _, _, _) -> Optional.of(plan);
            case Ready _, Suspect _, Unresponsive _ -> running().map(RunningEngine::plan);
            case Stopping(var plan, _) -> Optional.of(plan);
            case Diagnosing(var plan, _) -> Optional.of(plan);
            case BackingOff(var plan, _, _, _) -> Optional.of(plan);
            case Idle _, Failed _ -> Optional.empty();
        };
    }

    /** Nothing is under way: the next change needs a command. */
    default boolean settled() {
        return this instanceof Idle || this instanceof Failed || this instanceof Ready;
    }

    /** The engine's process, from its spawn on and for as long as it answers. */
    default OptionalLong process() {
        return switch (this) {
            case Spawning(_, _, long pid) -> OptionalLong.of(pid);
            case Loading(_, _, long pid) -> OptionalLong.of(pid);
            case Stalled(_, _, long pid, _) -> OptionalLong.of(pid);
            case Ready _, Suspect _, Unresponsive _ ->
                    OptionalLong.of(running().orElseThrow().pid());
            case Idle _, Preflight _, Stopping _, Diagnosing _, BackingOff _, Failed _ ->
                    OptionalLong.empty();
        };
    }
}

package dev.paddock.server;

import dev.paddock.model.ModelProblem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why the engine could not be started or did not go on: one type per cause. The words a person
 * reads are kept elsewhere, in one place.
 */
public sealed interface Failure {
    /** No engine was configured or found anywhere. */
    record NoEngine() implements Failure {}

    /** No model was chosen. */
    record NoModel() implements Failure {}

    record EngineMissing(Path engine) implements Failure {}

    record EngineNotExecutable(Path engine) implements Failure {}

    /** It is not a program of this system and processor. */
    record EngineWrongFormat(Path engine) implements Failure {}

    /** The model file itself is at fault. */
    record BadModel(ModelProblem problem) implements Failure {}

    record ModelUnsupported(Path model, String architecture) implements Failure {}

    /** The engine refuses the file, for the reason in its own words. */
    record ModelRejected(Path model, String reason) implements Failure {}

    record PortTaken(int port) implements Failure {}

    record InvalidArgument(String argument, String engineSays) implements Failure {}

    record OutOfMemory(String engineSays) implements Failure {}

    /** It ended before it was ready, for a reason its output does not tell. */
    record ExitedEarly(EngineExit exit, List<String> lastLines) implements Failure {
        public ExitedEarly {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Neither a new line nor an answer for {@code silence}. */
    record NotReadyInTime(Duration silence, List<String> lastLines) implements Failure {
        public NotReadyInTime {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** It ended after it had been ready. */
    record Crashed(EngineExit exit, List<String> lastLines) implements Failure {
        public Crashed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Another program answers on the port. */
    record StrangerOnPort(int port, String detail) implements Failure {}

    /** Crashes kept coming; {@code last} is the newest. */
    record KeepsCrashing(int times, Failure last) implements Failure {}

    /** The operating system refused to start the process. */
    record SpawnFailed(Path engine, String reason) implements Failure {}

    /** Whether trying again unchanged could help. */
    default boolean worthRetrying() {
        return this instanceof Crashed;
    }

    /** The engine's last lines, where they are what there is to show. */
    default Optional<List<String>> evidence() {
        return switch (this) {
            case ExitedEarly(_, var lines) -> Optional.of(lines);
            case NotReadyInTime(_, var lines) -> Optional.of(lines);
            case Crashed(_, var lines) -> Optional.of(lines);
            case KeepsCrashing(_, var last) -> last.evidence();
            default -> Optional.empty();
        };
    }
}

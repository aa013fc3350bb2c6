package dev.paddock.engine;

import dev.paddock.engine.check.PortHolder;
import dev.paddock.model.ModelProblem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why the engine could not be started or did not go on: one type per cause. The words a person
 * reads are kept elsewhere, in one place.
 */
public sealed interface Failure {
    /** The engine's program cannot be run. */
    sealed interface BadProgram extends Failure {
        Path engine();
    }

    /** The engine cannot be had on its port. */
    sealed interface BadPort extends Failure {
        int port();
    }

    /** The engine did not get memory that it asked for. */
    sealed interface TooLittleMemory extends Failure {
        /** What it did not get, where that is known. */
        Optional<MemoryRequest> request();
    }

    /** No engine was configured or found anywhere. */
    record NoEngine() implements Failure {}

    /** No model was chosen. */
    record NoModel() implements Failure {}

    record EngineMissing(Path engine) implements BadProgram {}

    record EngineNotExecutable(Path engine) implements BadProgram {}

    /** It is not a program of this system and processor. */
    record EngineWrongFormat(Path engine) implements BadProgram {}

    /** It is a program, but does not answer as an engine does. */
    record NoLlamaServer(Path engine) implements BadProgram {}

    /** A library the engine needs is not there; which one is not always known. */
    record LibraryMissing(Path engine, Optional<String> library) implements BadProgram {}

    /** A library the engine needs is there, but cannot be used. */
    record LibraryBroken(Path engine, String engineSays) implements BadProgram {}

    /** The engine's own compute libraries are not beside it. */
    record BackendsMissing(Path engine) implements BadProgram {}

    /** The processor lacks an instruction this build of the engine uses. */
    record ProcessorTooOld(Path engine) implements BadProgram {}

    /** The model file itself is at fault. */
    record BadModel(ModelProblem problem) implements Failure {}

    record ModelUnsupported(Path model, String architecture) implements Failure {}

    /** It uses something newer than the engine, a tokenizer or a way of packing weights. */
    record ModelTooNew(Path model, String engineSays) implements Failure {}

    /** The engine refuses the file, for the reason in its own words. */
    record ModelRejected(Path model, String engineSays) implements Failure {}

    record PortTaken(int port, Optional<PortHolder> holder) implements BadPort {
        /** By whom is not known. */
        public PortTaken(int port) {
            this(port, Optional.empty());
        }
    }

    /** The system keeps the port for itself. */
    record PortReserved(int port) implements BadPort {}

    record InvalidArgument(String argument, String engineSays) implements Failure {}

    /** This build of the engine has no such flag; known before anything was started. */
    record UnknownArgument(String argument, Optional<String> version) implements Failure {}

    /**
     * An extra argument that must not stand there.
     *
     * @param argument as it was written, without its value
     */
    record ReservedArgument(String argument, Reason reason) implements Failure {
        /** Why not. */
        public enum Reason {
            /** The app sets it itself, or could not reach its own engine. */
            REACHES_ENGINE,
            /** Which model the engine has is chosen elsewhere. */
            CHOOSES_MODEL,
            /** The engine would print something and end. */
            ENDS_AT_ONCE
        }
    }

    /**
     * The machine's memory is too small for the model.
     *
     * @param fits the largest context there is memory for, where that is known
     */
    record OutOfMemory(String engineSays, OptionalInt fits, Optional<MemoryRequest> request)
            implements TooLittleMemory {
        public OutOfMemory(String engineSays) {
            this(engineSays, OptionalInt.empty(), Optional.empty());
        }
    }

    /**
     * The graphics card's memory is too small.
     *
     * @param layers how many were to go there, the output layer among them, where that is known
     */
    record OutOfVideoMemory(
            VideoMemory part,
            OptionalInt layers,
            String engineSays,
            Optional<MemoryRequest> request)
            implements TooLittleMemory {}

    /** What the memory of a graphics card was wanted for. */
    enum VideoMemory {
        WEIGHTS,
        KV_CACHE,
        COMPUTE_BUFFERS,
        /** While it answered, or for what it does not say. */
        UNKNOWN
    }

    /**
     * The KV cache of one layer is larger than a graphics card takes in one piece, however much
     * memory it has.
     */
    record BufferTooLarge(String device, String engineSays) implements Failure {}

    /**
     * There is memory for the model, but not for so long a context.
     *
     * @param contextSize of one conversation, as it was set; 0 stands for the trained context
     * @param fits the largest there is memory for, where that is known
     */
    record ContextTooLarge(
            int contextSize, String engineSays, OptionalInt fits, Optional<MemoryRequest> request)
            implements TooLittleMemory {
        public ContextTooLarge(int contextSize, String engineSays) {
            this(contextSize, engineSays, OptionalInt.empty(), Optional.empty());
        }
    }

    /**
     * What a context needs cannot be had from all memory of this machine together; nothing was
     * started.
     *
     * @param contextSize tokens of one conversation, as they would have been asked for
     * @param fits the largest context of one conversation there is memory for, if there is
     * @param device the first card, where all of it was to be on cards
     */
    record WillNotFit(
            int contextSize,
            long neededBytes,
            long freeBytes,
            OptionalInt fits,
            Optional<String> device)
            implements Failure {
        public WillNotFit(int contextSize, long neededBytes, long freeBytes, OptionalInt fits) {
            this(contextSize, neededBytes, freeBytes, fits, Optional.empty());
        }
    }

    /** This build of the engine cannot use this graphics card, or not with this driver. */
    record GpuUnsupported(String engineSays) implements Failure {}

    /**
     * A file named in the extra arguments cannot be used; the model itself can.
     *
     * @param request what it did not get, when it is memory that it lacks
     */
    record ExtraFileRejected(ExtraFile file, String engineSays, Optional<MemoryRequest> request)
            implements Failure {
        public ExtraFileRejected(ExtraFile file, String engineSays) {
            this(file, engineSays, Optional.empty());
        }
    }

    /** What a further file is for. */
    enum ExtraFile {
        /** Reads pictures or sound for the model. */
        PROJECTOR,
        /** Guesses the model's next tokens. */
        DRAFT_MODEL,
        /** Changes the model's weights. */
        ADAPTER,
        /** Steers the model. */
        CONTROL_VECTOR
    }

    /** A worker that was to compute a part of the model cannot be reached. */
    record WorkerUnreachable(String address) implements Failure {}

    /** The graphics card or its driver failed. */
    record GpuFault(String engineSays, boolean wasReady) implements Failure {}

    /** It ended before it was ready, for a reason its output does not tell. */
    record ExitedEarly(EngineExit exit, List<String> lastLines) implements Failure {
        public ExitedEarly {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** While it starts: neither a new line, nor a byte read, nor an answer for {@code silence}. */
    record NotReadyInTime(Duration silence, List<String> lastLines) implements Failure {
        public NotReadyInTime {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** The engine is there, but connections to its port come to nothing. */
    record PortBlocked(int port) implements BadPort {}

    /** A ready engine does not answer any more, since {@code silence}. */
    record NotResponding(Symptom symptom, Duration silence) implements Failure {
        /** What it fails to do. */
        public enum Symptom {
            /** Answer a question for its health. */
            HEALTH,
            /** Say what it is at while an answer brings nothing. */
            ANSWER,
            /** Generate one token. */
            TRIAL
        }
    }

    /** It ended after it had been ready. */
    record Crashed(EngineExit exit, List<String> lastLines) implements Failure {
        public Crashed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** It was killed without a word: by the system, another program or a person. */
    record Killed(EngineExit exit, List<String> lastLines, KillReport report) implements Failure {
        public Killed {
            lastLines = List.copyOf(lastLines);
        }

        /** Of which this computer was not asked yet. */
        public Killed(EngineExit exit, List<String> lastLines) {
            this(exit, lastLines, KillReport.NONE);
        }
    }

    /** It ended in good order, but not because this app asked for it. */
    record ClosedByOthers(EngineExit exit) implements Failure {}

    /** Another program answers on the port. */
    record StrangerOnPort(int port, Stranger who) implements BadPort {}

    /** Crashes kept coming; {@code last} is the newest. */
    record KeepsCrashing(int times, Failure last) implements Failure {}

    /** The operating system refused to start the process. */
    record SpawnFailed(Path engine, SpawnError error, String systemSays) implements BadProgram {}

    /** Even killed, the process has not ended. */
    record WillNotEnd(long pid) implements Failure {}

    /** Whether trying again unchanged could help. */
    default boolean worthRetrying() {
        return this instanceof Crashed
                || this instanceof Killed
                || this instanceof NotResponding
                || this instanceof GpuFault(_, boolean wasReady) && wasReady;
    }

    /** The engine's last lines, where they are what there is to show. */
    default Optional<List<String>> evidence() {
        return switch (this) {
            case ExitedEarly(_, var lines) -> Optional.of(lines);
            case NotReadyInTime(_, var lines) -> Optional.of(lines);
            case Crashed(_, var lines) -> Optional.of(lines);
            case Killed(_, var lines, _) -> Optional.of(lines);
            case KeepsCrashing(_, var last) -> last.evidence();
            case BadProgram _, BadPort _, NoEngine _, NoModel _, BadModel _ -> Optional.empty();
            case ModelUnsupported _, ModelTooNew _, ModelRejected _ -> Optional.empty();
            case InvalidArgument _, UnknownArgument _, ReservedArgument _ -> Optional.empty();
            case TooLittleMemory _ -> Optional.empty();
            case WillNotFit _, BufferTooLarge _, GpuUnsupported _, GpuFault _ -> Optional.empty();
            case ExtraFileRejected _, ClosedByOthers _, WillNotEnd _ -> Optional.empty();
            case NotResponding _, WorkerUnreachable _ -> Optional.empty();
        };
    }
}

package dev.paddock.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Port: starts engine processes and explains how they ended. */
public interface Launcher {
    /**
     * Spawns the engine. Must be called from a thread that outlives it: on Linux the engine dies
     * with the thread that spawned it.
     *
     * @param output receives all that the engine writes, on a thread that reads it always
     * @throws FailureException when the process cannot be started
     */
    Process launch(LaunchPlan plan, Endpoint endpoint, EngineOutput output) throws FailureException;

    /** Pure: the cause of an exit nobody asked for. */
    Failure diagnose(LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady);

    /** Pure: how far a start is when it writes this line; empty for most lines. */
    Optional<LoadProgress.Stage> stage(String line);

    /**
     * Pure: what is to be said of an engine that is ready.
     *
     * @param lines what it said so far
     */
    default List<EngineWarning> warnings(LaunchPlan plan, EngineInfo info, List<String> lines) {
        return List.of();
    }

    /** What this engine would not be started with, or would not take. May block for seconds. */
    default Optional<Failure> refused(LaunchPlan plan) {
        return Optional.empty();
    }

    /** Asks the engine for what may have changed since the last start. May block for seconds. */
    default void prepare(LaunchPlan plan) {}

    /**
     * The devices of an engine that is ready, and what is on them.
     *
     * @param lines what it said so far
     */
    default DeviceUse devices(LaunchPlan plan, List<String> lines) {
        return DeviceUse.UNKNOWN;
    }

    /** Pure: why an engine that says this while it answers is of no more use, though it lives. */
    default Optional<Failure> fault(String line) {
        return Optional.empty();
    }

    /** One live or dead engine process. */
    interface Process {
        long pid();

        /** Completes once the process has ended and its output was read to the end. */
        CompletableFuture<EngineExit> exit();

        /** Of files, so far, read or mapped in; empty where the system does not tell. */
        OptionalLong bytesRead();

        /** Asks it to end (SIGTERM where there is one). */
        void terminate();

        /** Ends it, its children included. */
        void kill();
    }
}

package dev.paddock.llama.process;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineOutput;
import dev.paddock.engine.Launcher;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running engine whose output is always read, so that a full pipe can never hold it up. */
final class EngineProcess implements Launcher.Process {
    private static final int READ_BYTES = 64 * 1024;

    /** A grandchild may hold the pipe open after the engine has ended. */
    private static final long DRAIN_SECONDS = 2;

    private final Process process;
    private final CompletableFuture<EngineExit> exit;

    EngineProcess(Process process, EngineOutput output) {
        this.process = process;
        var drained = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .daemon()
                .name("engine-output-" + process.pid())
                .start(() -> drain(output, drained));
        process.onExit().thenAccept(EngineProcess::dismissWatchdog);
        exit =
                process.onExit()
                        .thenCombine(
                                process.onExit().thenCompose(_ -> boundedly(drained)),
                                (ended, _) -> new EngineExit(ended.exitValue()));
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<EngineExit> exit() {
        return exit;
    }

    @Override
    public OptionalLong bytesRead() {
        return BytesRead.by(process.pid());
    }

    @Override
    public void terminate() {
        // Not by the process itself, which would close its pipes: the last lines would be lost, and
        // the watchdog would take that for the end of this app.
        process.toHandle().destroy();
    }

    @Override
    public void kill() {
        // Listed first: children of a dead process are no longer found.
        var children = process.descendants().toList();
        process.toHandle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Closes the pipe the watchdog listens to. Java closes it too, but only once nobody reads the
     * output any more, and a grandchild may hold that open.
     */
    private static void dismissWatchdog(Process ended) {
        try {
            ended.getOutputStream().close();
        } catch (IOException closed) {
            // By Java, in the meantime.
        }
    }

    private static CompletableFuture<Boolean> boundedly(CompletableFuture<Boolean> drained) {
        return drained.completeOnTimeout(false, DRAIN_SECONDS, TimeUnit.SECONDS);
    }

    private void drain(EngineOutput output, CompletableFuture<Boolean> drained) {
        var buffer = new byte[READ_BYTES];
        try (var pipe = process.getInputStream()) {
            for (int read = pipe.read(buffer); read >= 0; read = pipe.read(buffer)) {
                output.write(buffer, read);
            }
        } catch (IOException closed) {
            // The process has ended and its pipe was taken away: there is no more to read.
        } finally {
            output.end();
            drained.complete(true);
        }
    }
}

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
        exit = ended().thenCompose(how -> boundedly(drained).thenApply(_ -> how));
    }

    /**
     * Its own thread waits for it: {@link Process#onExit} passes the end on by the JVM's common
     * pool, which is one thread on two cores, and whoever blocks that would keep the end back.
     */
    private CompletableFuture<EngineExit> ended() {
        var ended = new CompletableFuture<EngineExit>();
        Thread.ofPlatform()
                .daemon()
                .name("engine-exit-" + process.pid())
                .start(
                        () -> {
                            var how = new EngineExit(exitValue());
                            dismissWatchdog();
                            ended.complete(how);
                        });
        return ended;
    }

    private int exitValue() {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException nobodysWish) {
                // Only its end ends this thread.
            }
        }
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
    private void dismissWatchdog() {
        try {
            process.getOutputStream().close();
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

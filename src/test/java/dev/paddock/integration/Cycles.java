package dev.paddock.integration;

import dev.paddock.engine.EngineState;
import dev.paddock.files.EngineLog;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts and stops the real engine over and over, and counts what this process holds on to. */
public final class Cycles implements AutoCloseable {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** Half a megabyte of log each, which fills the five that are kept. */
    private static final int WORDY = 12;

    private static final int ANSWER = 500;

    private final RealEngine engine = new RealEngine();
    private final EngineLog log;
    private final Path model;

    /**
     * What this process holds.
     *
     * @param threads platform threads
     * @param files open file descriptors; 0 where the system does not tell
     * @param heap bytes in use after a collection
     */
    public record Held(int threads, long files, long heap) {
        public static Held now() throws IOException {
            var threads = ManagementFactory.getThreadMXBean().getThreadCount();
            return new Held(threads, openFiles(), usedHeap());
        }
    }

    /**
     * @param folder for the model and the logs
     */
    public Cycles(Path folder) throws IOException {
        model = RealEngine.tinyModel(folder);
        log = new EngineLog(folder.resolve("logs"), engine.supervisor.log());
    }

    /** Lets everything grow to its bound: caches, pools and the log in memory. */
    public void warmUp(int cycles) throws Exception {
        var wordy = RealEngine.plan(model, "-t 1 -lv 5 --ignore-eos");
        engine.start(wordy);
        for (int i = 0; i < WORDY; i++) {
            engine.chat("Hello", ANSWER);
        }
        stop();
        run(cycles);
    }

    /** Each a start, a short answer and a stop. */
    public void run(int cycles) throws Exception {
        for (int i = 0; i < cycles; i++) {
            engine.start(RealEngine.plan(model, "-t 1"));
            engine.chat("Hello", 3);
            stop();
        }
    }

    @Override
    public void close() {
        engine.close();
        log.close();
    }

    private void stop() throws InterruptedException {
        engine.supervisor.stop();
        engine.await(EngineState.Idle.class);
    }

    private static long openFiles() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (var open = Files.list(OPEN_FILES)) {
            return open.count();
        }
    }

    private static long usedHeap() {
        var runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}

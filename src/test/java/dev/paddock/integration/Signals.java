package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What Java cannot send by itself. Linux only. */
final class Signals {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Signals() {}

    /** Holds a process: it keeps its port and answers nothing. */
    static void hold(long pid) throws Exception {
        send("STOP", pid);
        // A thread stops only when it runs the next time, and may answer until then.
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!held(pid)) {
            assertTrue(System.nanoTime() < end, "it goes on");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    static void resume(long pid) throws Exception {
        send("CONT", pid);
    }

    private static boolean held(long pid) throws IOException {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                var stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    private static void send(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertEquals(0, kill.waitFor(), name);
    }
}

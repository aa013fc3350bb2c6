package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Java cannot send by itself. POSIX only. */
final class Signals {
    private Signals() {}

    /** Holds a process: it keeps its port and answers nothing. */
    static void hold(long pid) throws Exception {
        send("STOP", pid);
    }

    static void resume(long pid) throws Exception {
        send("CONT", pid);
    }

    private static void send(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertEquals(0, kill.waitFor(), name);
    }
}

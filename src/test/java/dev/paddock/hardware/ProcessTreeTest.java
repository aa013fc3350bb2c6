package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

class ProcessTreeTest {
    @TempDir Path proc;

    @Test
    void addsUpThoseStartedByAnyThreadAndNobodyElse() throws Exception {
        process(10, 100);
        thread(10, 10, "20 ");
        thread(10, 11, "30 40 ");
        process(20, 7);
        thread(20, 20, "50 ");
        process(30, 3);
        thread(30, 30, "");
        process(50, 1);
        thread(50, 50, "");
        process(60, 1000);
        thread(60, 60, "10 ");
        // 40 has ended meanwhile.
        assertEquals(
                OptionalLong.of((100 + 7 + 3 + 1) * 1024), new ProcessTree(proc).residentBytes(10));
    }

    @Test
    void ofOneThatHasEndedNothingIsKnown() {
        assertFalse(new ProcessTree(proc).knows(10));
        assertEquals(OptionalLong.empty(), new ProcessTree(proc).residentBytes(10));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsWhatTheSystemSays() throws Exception {
        var sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            var tree = new ProcessTree();
            long own = ProcessHandle.current().pid();
            assertTrue(tree.knows(own));
            long child = tree.residentBytes(sleeper.pid()).orElseThrow();
            assertTrue(child > 0);
            assertTrue(tree.residentBytes(own).orElseThrow() > (32L << 20) + child);
        } finally {
            sleeper.destroyForcibly();
            assertTrue(sleeper.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private void process(long pid, int kib) throws IOException {
        Path folder = Files.createDirectories(proc.resolve("" + pid));
        Files.writeString(
                folder.resolve("status"), "Name:\tx\nVmPeak:\t9 kB\nVmRSS:\t  " + kib + " kB\n");
    }

    private void thread(long pid, long id, String children) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(pid + "/task/" + id));
        Files.writeString(folder.resolve("children"), children);
    }
}

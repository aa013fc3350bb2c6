package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineOutput;
import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogLines;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class EngineLogTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String KEY = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

    @TempDir Path folder;

    private final LogBuffer log = new LogBuffer();

    private EngineOutput run(String... command) {
        var output = log.output(NOW, Set.of(KEY), () -> {});
        output.begin(List.of(command));
        return output;
    }

    private RollingFile files(long mostBytes, RollingFile.Opener opener) {
        return new RollingFile(folder, "engine", mostBytes, opener);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private static IOException awaitProblem(EngineLog engineLog) throws Exception {
        var found = new CompletableFuture<IOException>();
        try (var _ = engineLog.problem().subscribe(why -> why.ifPresent(found::complete))) {
            return found.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void eachRunHasItsFile() throws Exception {
        try (var _ = new EngineLog(folder, log)) {
            LogLines.write(run("one", "-m", "a b.gguf"), "first");
            run("two");
            LogLines.write(run("three"), "third");
        }

        assertEquals(List.of("==== 2026-03-01T10:00:00Z three", "third"), lines("engine.log"));
        assertEquals(List.of("==== 2026-03-01T10:00:00Z two"), lines("engine.1.log"));
        assertEquals(
                List.of("==== 2026-03-01T10:00:00Z one -m \"a b.gguf\"", "first"),
                lines("engine.2.log"));
    }

    @Test
    void fiveFilesOfBoundedSizeAtMost() throws Exception {
        try (var _ = new EngineLog(files(10_000, Files::newOutputStream), log)) {
            var output = run("llama-server");
            for (int i = 0; i < 2000; i++) {
                LogLines.write(output, "line %4d %s".formatted(i, "x".repeat(40)));
            }
        }

        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertTrue(Files.size(file) < 10_100, file + " has " + Files.size(file));
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(5, files.count());
        }
        assertTrue(lines("engine.log").getFirst().endsWith("llama-server (continued)"));
        assertTrue(lines("engine.log").getLast().startsWith("line 1999"));
    }

    @Test
    void noKeyIsEverWritten() throws Exception {
        try (var _ = new EngineLog(folder, log)) {
            var output = run("llama-server", "--api-key", "open sesame");
            LogLines.write(output, "key " + KEY + ", Authorization: Bearer abc.def-ghi");
        }

        var written = Files.readString(folder.resolve("engine.log"));
        assertEquals(3, written.split("\\[removed]", -1).length - 1, written);
        assertFalse(written.contains(KEY) || written.contains("sesame") || written.contains("def"));
    }

    /** The log goes on at its own speed, and the file says what is missing. */
    @Test
    void aSlowDiskHoldsNobodyUp() throws Exception {
        var reached = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        int all = 40_000;
        var small = new LogBuffer(1 << 20);
        try (var _ =
                new EngineLog(files(100 << 20, file -> slow(file, reached, released)), small)) {
            var output = small.output(NOW, Set.of(), () -> {});
            output.begin(List.of("llama-server"));
            LogLines.write(output, "line 1");
            assertTrue(reached.await(10, TimeUnit.SECONDS));
            for (int i = 2; i <= all; i++) {
                LogLines.write(output, "line " + i + " " + "x".repeat(60));
            }
            released.countDown();
        }

        var written = lines("engine.log");
        var gap = written.stream().filter(line -> line.endsWith(" lines not written")).toList();
        assertEquals(1, gap.size(), () -> gap.toString());
        int missing = Integer.parseInt(gap.getFirst().split(" ")[1]);
        assertEquals(all, written.size() - 2 + missing);
        assertTrue(written.getLast().startsWith("line " + all));
    }

    private static OutputStream slow(Path file, CountDownLatch reached, CountDownLatch released)
            throws IOException {
        var real = Files.newOutputStream(file);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                reached.countDown();
                try {
                    released.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
                real.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    /** On Linux a file that behaves as one on a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Fault(56)
    void aFullDiskEndsTheWritingWithOneNotice() throws Exception {
        var told = new ArrayList<IOException>();
        var full = files(10 << 20, _ -> Files.newOutputStream(Path.of("/dev/full")));
        try (var engineLog = new EngineLog(full, log)) {
            engineLog.problem().subscribe(why -> why.ifPresent(told::add));
            for (int i = 0; i < 3; i++) {
                LogLines.write(run("llama-server"), "line " + i);
                awaitProblem(engineLog);
            }
            LogLines.write(run("llama-server"), "the last");
        }

        assertEquals("No space left on device", told.getFirst().getMessage());
        assertEquals(1, told.size());
        assertEquals("the last", log.lastLines(0, 1).getFirst().text());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (var engineLog = new EngineLog(file, log)) {
            LogLines.write(run("llama-server"), "lost");
            assertEquals(FileAlreadyExistsException.class, awaitProblem(engineLog).getClass());
        }
    }

    /** Room on the disk again: the next run is written. */
    @Test
    void theNextRunIsTriedAgain() throws Exception {
        var opened = new ArrayList<Path>();
        var once =
                files(
                        10 << 20,
                        file -> {
                            opened.add(file);
                            if (opened.size() == 1) {
                                throw new IOException("no");
                            }
                            return Files.newOutputStream(file);
                        });
        var engineLog = new EngineLog(once, log);
        try (engineLog) {
            LogLines.write(run("one"), "lost");
            assertEquals("no", awaitProblem(engineLog).getMessage());
            LogLines.write(run("two"), "kept");
        }
        assertEquals(Optional.empty(), engineLog.problem().value(), "it is over");

        assertEquals(List.of("==== 2026-03-01T10:00:00Z two", "kept"), lines("engine.log"));
    }

    @Test
    void withoutARunNothingIsWritten() throws Exception {
        try (var engineLog = new EngineLog(folder.resolve("logs"), log)) {
            assertEquals(Optional.empty(), engineLog.problem().value());
        }
        assertFalse(Files.exists(folder.resolve("logs")));
    }
}

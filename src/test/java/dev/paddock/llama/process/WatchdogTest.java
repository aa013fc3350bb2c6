package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineOutput;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Launcher;
import dev.paddock.engine.check.EngineRecords;
import dev.paddock.faults.Fault;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the layers must not change of an engine, and what they leave of it. */
@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class WatchdogTest {
    private static final Path PROC = Path.of("/proc");

    @TempDir Path folder;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Launcher.Process launch(Layers layers, String script) throws Exception {
        var file = folder.resolve("llama-server");
        Files.writeString(file, "#!/bin/sh\n[ \"$1\" = --host ] || exit\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        var plan = new LaunchPlan(file, folder.resolve("no.gguf"), Options.EMPTY);
        return layers.engine(EngineRecords.NONE)
                .launch(plan, new Endpoint(8080, new ApiKey("key")), new Lines(lines));
    }

    private record Lines(BlockingQueue<String> lines, StringBuilder rest) implements EngineOutput {
        Lines(BlockingQueue<String> lines) {
            this(lines, new StringBuilder());
        }

        @Override
        public void begin(List<String> command) {}

        @Override
        public void write(byte[] bytes, int length) {
            rest.append(new String(bytes, 0, length, StandardCharsets.US_ASCII));
            for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
                lines.add(rest.substring(0, end));
                rest.delete(0, end + 1);
            }
        }

        @Override
        public void end() {}
    }

    private String line() throws InterruptedException {
        return lines.poll(20, TimeUnit.SECONDS);
    }

    private static int exit(Launcher.Process process) throws Exception {
        return process.exit().get(20, TimeUnit.SECONDS).code();
    }

    @ParameterizedTest
    @EnumSource(Layers.class)
    void theEngineIsTheProcessThatWasSpawned(Layers layers) throws Exception {
        var process = launch(layers, "echo $$; kill -s SEGV $$");
        assertEquals(Long.toString(process.pid()), line());
        assertEquals(128 + 11, exit(process));
        assertEquals(3, exit(launch(layers, "exit 3")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Layers.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE"})
    void signalsReachItAndItHasNothingToRead(Layers layers) throws Exception {
        var process =
                launch(layers, "trap 'echo asked; exit 4' TERM; wc -c; while :; do read x; done");
        assertEquals("0", line().strip());
        process.terminate();
        assertEquals("asked", line());
        assertEquals(4, exit(process));
        var deaf = launch(layers, "trap '' TERM; echo up; while :; do read x; done");
        assertEquals("up", line());
        deaf.terminate();
        deaf.kill();
        assertEquals(128 + 9, exit(deaf));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Fault(52)
    void whatAnEngineLeavesBehindEndsToo() throws Exception {
        var process =
                launch(
                        Layers.ALL,
                        """
                        sh -c 'trap "" TERM; echo $$; : >up; exec sleep 60' &
                        until [ -e up ]; do :; done
                        """);
        long child = Long.parseLong(line());
        assertEquals(0, exit(process));
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (new EngineProcesses().find(child).isPresent()) {
            assertTrue(System.nanoTime() < limit, "it is still there");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Without one of its own, a smaller share would be that of the app and of all beside it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void onlyAShareOfItsOwnIsMadeSmaller() throws Exception {
        var ours = PROC.resolve("self/autogroup");
        assumeTrue(Files.isReadable(ours), "a kernel without such groups");
        String before = Files.readString(ours);
        assumeTrue(!before.isBlank(), "a system that does not use them");
        for (var layers : List.of(Layers.ALL, Layers.WATCHDOG_WITHOUT_GROUP)) {
            var process = launch(layers, "echo up; exec sleep 60");
            try {
                assertEquals("up", line());
                var its = Files.readString(PROC.resolve(process.pid() + "/autogroup"));
                assertEquals(layers != Layers.ALL, its.equals(before), its);
            } finally {
                process.kill();
            }
            assertEquals(before, Files.readString(ours));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nobodyElseHoldsThePipe() throws Exception {
        var process = launch(Layers.ALL, "echo up; exec sleep 60");
        assertEquals("up", line());
        var other = launch(Layers.ALL, "echo up; exec sleep 60");
        assertEquals("up", line());
        try {
            var watchdog = watchdogOf(process.pid());
            var pipe = Files.readSymbolicLink(watchdog.resolve("fd/3"));
            assertTrue(pipe.toString().startsWith("pipe:"), pipe.toString());
            long own = ProcessHandle.current().pid();
            long its = Long.parseLong(watchdog.getFileName().toString());
            assertEquals(Set.of(own, its), holders(pipe));
        } finally {
            process.kill();
            other.kill();
        }
        assertEquals(128 + 9, exit(process));
    }

    /** The other process of its group. */
    private static Path watchdogOf(long engine) throws IOException {
        for (Path each : processes()) {
            String stat = read(each.resolve("stat"));
            boolean itself = each.endsWith(Long.toString(engine));
            if (!stat.isEmpty() && !itself && group(stat) == engine) {
                return each;
            }
        }
        throw new AssertionError("no watchdog");
    }

    private static long group(String stat) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
    }

    private static Set<Long> holders(Path pipe) throws IOException {
        var holders = new HashSet<Long>();
        for (Path each : processes()) {
            if (links(each.resolve("fd")).contains(pipe)) {
                holders.add(Long.parseLong(each.getFileName().toString()));
            }
        }
        assertFalse(holders.isEmpty());
        return holders;
    }

    private static List<Path> links(Path descriptors) {
        var links = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(descriptors)) {
            for (Path each : all) {
                links.add(Files.readSymbolicLink(each));
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException ended) {
            // Processes come and go; those of this test stay.
        }
        return links;
    }

    private static List<Path> processes() throws IOException {
        var found = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            all.forEach(found::add);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}

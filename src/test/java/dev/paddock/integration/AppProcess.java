package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.check.TestPorts;
import dev.paddock.llama.process.Layers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A real process of the app to be killed, and all that descends from it. For Linux. */
public final class AppProcess implements AutoCloseable {
    private static final String MARK = "PADDOCK_TEST";
    private static final Path PROC = Path.of("/proc");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final String mark = MARK + "=" + UUID.randomUUID();
    private final Process process;
    private final BufferedReader output;

    /**
     * @param options for its Java
     * @param folder for its model and what it writes
     */
    public AppProcess(
            List<String> options, Path executable, Path folder, Moment moment, Layers layers)
            throws IOException {
        this(options, executable, folder, moment, layers, Map.of());
    }

    /**
     * @param environment what it has beside that of this process
     */
    AppProcess(
            List<String> options,
            Path executable,
            Path folder,
            Moment moment,
            Layers layers,
            Map<String, String> environment)
            throws IOException {
        RealEngine.tinyModel(folder);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.add("-Dpaddock.engine=" + RealEngine.executable().getParent());
        command.add("-D" + TestPorts.GIVEN + "=" + TestPorts.next());
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(EngineOwner.class.getName());
        command.addAll(List.of(executable.toString(), folder.toString()));
        command.addAll(List.of(moment.name(), layers.name()));
        var builder =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("app-errors.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put(MARK, mark.substring(MARK.length() + 1));
        process = builder.start();
        output = process.inputReader();
    }

    public static Path realEngine() {
        return RealEngine.executable();
    }

    /** Waits until it says that the moment has come. */
    public void await(Moment moment) throws IOException {
        assertEquals(moment.name(), output.readLine());
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The processes that came from it and still run, itself included. */
    public List<Long> running() throws IOException {
        var found = new ArrayList<Long>();
        try (var all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : all) {
                if (runs(each)) {
                    found.add(Long.parseLong(each.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** Until nothing of it runs any more, or the limit has passed. */
    public List<Long> awaitNothing(Duration limit) throws IOException {
        return awaitNone(limit, _ -> true);
    }

    /**
     * Until nothing runs any more that fits, or the limit has passed. To look at all processes is
     * dear, so those found are waited for before all are looked at again.
     *
     * @param fits is given the command line, with a zero byte after each word
     */
    public List<Long> awaitNone(Duration limit, Predicate<String> fits) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        var left = fitting(running(), fits);
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            left = fitting(left, fits);
            if (left.isEmpty()) {
                left = fitting(running(), fits);
            }
        }
        return left;
    }

    /** Its variables as {@code NAME=value}. */
    List<String> environment(long pid) {
        return List.of(read(place(pid), "environ").split("\0"));
    }

    /** Its status line and its command. */
    public String describe(long pid) {
        return read(place(pid), "stat") + read(place(pid), "cmdline").replace('\0', ' ');
    }

    private List<Long> fitting(List<Long> pids, Predicate<String> fits) {
        return pids.stream()
                .filter(pid -> runs(place(pid)) && fits.test(read(place(pid), "cmdline")))
                .toList();
    }

    private boolean runs(Path process) {
        return List.of(read(process, "environ").split("\0")).contains(mark);
    }

    private static Path place(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    /** A dead process that is not collected yet has no environment any more. */
    private static String read(Path process, String name) {
        try {
            return Files.readString(process.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        running().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        output.close();
    }
}

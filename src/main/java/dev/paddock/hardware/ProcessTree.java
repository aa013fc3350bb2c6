package dev.paddock.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringTokenizer;
import java.util.stream.LongStream;

/**
 * Memory of a process and of those it has started, from nothing but their own entries in Linux's
 * {@code /proc} (proc(5)). What lists every process of the machine, as {@link
 * ProcessHandle#descendants} does, costs more with each one that others have started.
 */
final class ProcessTree {
    private static final int KIB = 1024;
    private static final String RESIDENT = "VmRSS:";

    private final Path proc;

    ProcessTree() {
        this(Path.of("/proc"));
    }

    /**
     * @param proc where the system tells of its processes
     */
    ProcessTree(Path proc) {
        this.proc = proc;
    }

    /** Whether this system says so of {@code pid} at all. */
    boolean knows(long pid) {
        return Files.exists(
                folder(pid).resolve("task").resolve(Long.toString(pid)).resolve("children"));
    }

    /** In bytes, of all together; empty when the process has ended. */
    OptionalLong residentBytes(long pid) {
        var own = resident(pid);
        return own.isEmpty()
                ? own
                : OptionalLong.of(
                        own.getAsLong()
                                + descendants(pid).map(each -> resident(each).orElse(0)).sum());
    }

    private LongStream descendants(long pid) {
        var seen = new HashSet<Long>();
        var open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty()) {
            for (long child : children(open.removeFirst())) {
                if (seen.add(child)) {
                    open.addLast(child);
                }
            }
        }
        return seen.stream().mapToLong(Long::longValue);
    }

    /** Each thread has a list of its own. */
    private List<Long> children(long pid) {
        var found = new ArrayList<Long>();
        try (var threads = Files.newDirectoryStream(folder(pid).resolve("task"))) {
            for (var thread : threads) {
                var line = read(thread.resolve("children")).orElse("");
                for (var child = new StringTokenizer(line); child.hasMoreTokens(); ) {
                    found.add(Long.valueOf(child.nextToken()));
                }
            }
        } catch (IOException | DirectoryIteratorException ended) {
            // Then it has none any more.
        }
        return found;
    }

    private OptionalLong resident(long pid) {
        return read(folder(pid).resolve("status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToLong(kib -> Long.parseLong(kib) * KIB)
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private Path folder(long pid) {
        return proc.resolve(Long.toString(pid));
    }
}

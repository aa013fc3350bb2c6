package dev.paddock.hardware;

import dev.paddock.engine.check.OutOfMemoryKills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The counts of Linux: of the control group this app is in, which its engine inherits, and of the
 * whole computer. Everyone may read them, other than the kernel's log. Says nothing elsewhere.
 */
public final class LinuxOutOfMemoryKills implements OutOfMemoryKills {
    private static final String NAME = "oom_kill";

    private final Path root;

    public LinuxOutOfMemoryKills() {
        this(Path.of("/"));
    }

    /**
     * @param root has {@code proc} and {@code sys}
     */
    LinuxOutOfMemoryKills(Path root) {
        this.root = root;
    }

    @Override
    public Count count() {
        return new Count(ours(), figure(root.resolve("proc/vmstat")));
    }

    private OptionalLong ours() {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .flatMap(line -> counter(line.split(":", 3)))
                .map(LinuxOutOfMemoryKills::figure)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    /** {@code 0::/group} is of version 2, {@code 4:memory:/group} of version 1. */
    private Stream<Path> counter(String... entry) {
        if (entry.length < 3 || !entry[2].startsWith("/")) {
            return Stream.empty();
        }
        var groups = root.resolve("sys/fs/cgroup");
        String group = entry[2].substring(1);
        if (entry[0].equals("0")) {
            return Stream.of(groups.resolve(group).resolve("memory.events"));
        }
        return List.of(entry[1].split(",")).contains("memory")
                ? Stream.of(groups.resolve("memory").resolve(group).resolve("memory.oom_control"))
                : Stream.empty();
    }

    private static OptionalLong figure(Path file) {
        return lines(file).stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2 && words[0].equals(NAME))
                .filter(words -> words[1].matches("\\d{1,18}"))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notHere) {
            return List.of();
        }
    }
}

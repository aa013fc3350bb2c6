package dev.paddock.llama.process;

import dev.paddock.engine.check.ProcessTable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The system's processes as engines that {@link LlamaLauncher} may have started. Linux shows their
 * environment under {@code /proc}; macOS shows their arguments alone, Windows not even those.
 */
public final class EngineProcesses implements ProcessTable {
    private static final Path PROC = Path.of("/proc");

    /** As good as ended: it only waits to be collected. */
    private static final char ZOMBIE = 'Z';

    @Override
    public Optional<Entry> find(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(Seen::new)
                .filter(Seen::runs)
                .map(Entry.class::cast);
    }

    private record Seen(ProcessHandle handle) implements Entry {
        @Override
        public Optional<Instant> started() {
            return handle.info().startInstant();
        }

        @Override
        public List<Path> programs() {
            return words().stream()
                    .takeWhile(word -> !word.equals(Arguments.HOST))
                    .flatMap(word -> program(word).stream())
                    .toList();
        }

        @Override
        public OptionalInt port() {
            List<String> words = words();
            int at = words.indexOf(Arguments.PORT);
            if (at < 0 || at + 1 == words.size()) {
                return OptionalInt.empty();
            }
            try {
                return OptionalInt.of(Integer.parseInt(words.get(at + 1)));
            } catch (NumberFormatException notOurs) {
                return OptionalInt.empty();
            }
        }

        @Override
        public Token token() {
            if (!Files.isDirectory(PROC)) {
                return new Token.Hidden();
            }
            String name = LlamaLauncher.RUN_TOKEN + "=";
            return Stream.of(read("environ").split("\0"))
                    .filter(variable -> variable.startsWith(name))
                    .findFirst()
                    .<Token>map(variable -> new Token.Shown(variable.substring(name.length())))
                    .orElse(new Token.None());
        }

        @Override
        public boolean end(Duration limit) {
            // Listed first: children of a dead process are no longer found.
            var family = new ArrayList<>(handle.descendants().map(Seen::new).toList());
            family.add(this);
            var half = limit.dividedBy(2);
            family.forEach(each -> each.handle.destroy());
            if (gone(family, half)) {
                return true;
            }
            family.forEach(each -> each.handle.destroyForcibly());
            return gone(family, half);
        }

        private static boolean gone(List<Seen> family, Duration limit) {
            var ends =
                    family.stream()
                            .map(each -> each.handle.onExit())
                            .toArray(CompletableFuture<?>[]::new);
            try {
                CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException late) {
                return family.stream().noneMatch(Seen::runs);
            } catch (ExecutionException never) {
                throw new IllegalStateException(never);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        boolean runs() {
            return handle.isAlive() && state() != ZOMBIE;
        }

        /** The letter after the name, which stands in brackets and may hold anything. */
        private char state() {
            String stat = read("stat");
            int at = stat.lastIndexOf(')') + 2;
            return at >= 2 && at < stat.length() ? stat.charAt(at) : '?';
        }

        /** The executable as the system names it, and its arguments. */
        private List<String> words() {
            var words = new ArrayList<String>();
            handle.info().command().ifPresent(words::add);
            String line = read("cmdline");
            if (line.isEmpty()) {
                handle.info().arguments().ifPresent(them -> words.addAll(List.of(them)));
            } else {
                words.addAll(List.of(line.split("\0")));
            }
            return words;
        }

        /** Empty where the system has no such file, or shows it to others alone. */
        private String read(String name) {
            Path file = PROC.resolve(Long.toString(handle.pid())).resolve(name);
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            } catch (IOException ended) {
                return "";
            }
        }

        private static Optional<Path> program(String word) {
            try {
                return Optional.of(Path.of(word).toRealPath());
            } catch (InvalidPathException | IOException none) {
                return Optional.empty();
            }
        }
    }
}

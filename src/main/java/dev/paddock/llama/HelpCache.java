package dev.paddock.llama;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks each engine for its help and its version once, and again when the file has changed. */
final class HelpCache {
    private static final int MOST_BYTES = 1 << 20;
    private static final long SECONDS = 5;
    private static final String VERSION = "version:";

    private final Map<Key, EngineHelp> known = new ConcurrentHashMap<>();

    private record Key(Path engine, long bytes, FileTime modified) {}

    /** Blocks for some 30 ms the first time, five seconds at most. */
    EngineHelp of(Path engine) {
        try {
            var key = key(engine);
            var help = known.get(key);
            if (help == null) {
                help = read(engine);
                if (help.known()) {
                    known.put(key, help);
                }
            }
            return help;
        } catch (IOException unreadable) {
            return EngineHelp.unknown();
        }
    }

    /** What the engine calls itself, when it was asked before; never asks. */
    Optional<String> version(Path engine) {
        try {
            return Optional.ofNullable(known.get(key(engine))).flatMap(EngineHelp::version);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Key key(Path engine) throws IOException {
        return new Key(engine, Files.size(engine), Files.getLastModifiedTime(engine));
    }

    private static EngineHelp read(Path engine) throws IOException {
        // Both at the same time: each takes what the start of a process takes.
        var help = begin(engine, "--help", Redirect.DISCARD);
        var version = begin(engine, "--version", Redirect.PIPE);
        return EngineHelp.parse(output(help)).withVersion(version(output(version)));
    }

    /** {@code version: 0.7.0 (build 11669, commit x)}, between other lines in some builds. */
    private static Optional<String> version(String output) {
        return output.lines()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()).strip())
                .findFirst();
    }

    /** The help is on standard output, the version on standard error. */
    private static Process begin(Path engine, String flag, Redirect errors) throws IOException {
        var builder = new ProcessBuilder(engine.toString(), flag).redirectError(errors);
        builder.redirectErrorStream(errors == Redirect.PIPE);
        EngineFolder.use(builder, engine);
        var process = builder.start();
        // Ended from outside when it hangs, which also ends the reading below.
        process.onExit()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .exceptionally(
                        late -> {
                            process.destroyForcibly();
                            return process;
                        });
        return process;
    }

    private static String output(Process process) throws IOException {
        try (var output = process.getInputStream()) {
            return new String(output.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}

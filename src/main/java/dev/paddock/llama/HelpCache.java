package dev.paddock.llama;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks each engine for its help and its version once, and again when the file has changed. */
final class HelpCache {
    private static final int MOST_BYTES = 1 << 20;
    private static final int READ_BYTES = 16 * 1024;
    private static final long SECONDS = 5;
    private static final long DRAIN_MILLIS = 500;
    private static final String VERSION = "version:";

    private final Map<Key, EngineHelp> known = new ConcurrentHashMap<>();

    private record Key(Path engine, long bytes, FileTime modified) {}

    /** Blocks for some 60 ms the first time, eleven seconds at most. */
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
        var help = EngineHelp.parse(output(begin(engine, "--help", Redirect.DISCARD)));
        // What is no llama-server might take the second question for a start.
        return help.known()
                ? help.withVersion(version(output(begin(engine, "--version", Redirect.PIPE))))
                : help;
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
        return builder.start();
    }

    /** A child of the engine may hold the pipe open after it has ended. */
    private static String output(Process process) {
        var text = new ByteArrayOutputStream();
        var reading = Thread.ofPlatform().daemon().start(() -> read(process, text));
        try {
            // Not ended before it is read: that would take the rest of its output away.
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            reading.join(Duration.ofMillis(DRAIN_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void read(Process process, ByteArrayOutputStream text) {
        try (var output = process.getInputStream()) {
            var buffer = new byte[READ_BYTES];
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                if (text.size() < MOST_BYTES) {
                    text.write(buffer, 0, n);
                }
            }
        } catch (IOException ended) {
            // What was read by then is what there is.
        }
    }
}

package dev.paddock.llama;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks each engine for its help once, and again when the file has changed. */
final class HelpCache {
    private static final int MOST_BYTES = 1 << 20;
    private static final long SECONDS = 5;

    private final Map<Key, EngineHelp> known = new ConcurrentHashMap<>();

    private record Key(Path engine, long bytes, FileTime modified) {}

    /** Blocks for some 30 ms the first time, five seconds at most. */
    EngineHelp of(Path engine) {
        try {
            var key = new Key(engine, Files.size(engine), Files.getLastModifiedTime(engine));
            var help = known.get(key);
            if (help == null) {
                help = read(engine);
                if (!help.flags().isEmpty()) {
                    known.put(key, help);
                }
            }
            return help;
        } catch (IOException unreadable) {
            return EngineHelp.unknown();
        }
    }

    private static EngineHelp read(Path engine) throws IOException {
        var builder =
                new ProcessBuilder(engine.toString(), "--help")
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
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
        try (var output = process.getInputStream()) {
            byte[] text = output.readNBytes(MOST_BYTES);
            return EngineHelp.parse(new String(text, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}

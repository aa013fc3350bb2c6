package dev.paddock.engine.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.engine.EngineOutput;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes whole lines into a log and reads all of them back. */
public final class LogLines {
    private static final Instant NOW = Instant.EPOCH;

    private LogLines() {}

    public static void write(EngineOutput output, String line) {
        byte[] bytes = (line + '\n').getBytes(UTF_8);
        output.write(bytes, bytes.length);
    }

    /** As one process more would. */
    public static void write(LogBuffer log, String... lines) {
        var output = log.output(NOW, Set.of(), () -> {});
        for (String line : lines) {
            write(output, line);
        }
    }

    /** Everything that is kept. */
    public static List<LogLine> all(LogSource log) {
        var all = new ArrayList<LogLine>();
        var next = log.nextLines(0);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = log.nextLines(next.getLast().number());
        }
        return all;
    }
}

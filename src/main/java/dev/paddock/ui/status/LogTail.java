package dev.paddock.ui.status;

import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The newest lines of a log, and those of them that hold the words looked for. Costs the same
 * however fast lines come: what a reader could not have read is skipped. For one thread.
 */
final class LogTail {
    /** More than anyone scrolls through; what is older is in the log file. */
    static final int MOST_LINES = 5_000;

    /** So that a few thousand lines of the longest kind do not fill the memory either. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final LogSource source;
    private final List<LogLine> lines = new ArrayList<>();
    private final List<LogLine> shown = new ArrayList<>();
    private String wanted = "";
    private int characters;
    private long read;

    LogTail(LogSource source) {
        this.source = source;
    }

    /** Reads on; whether anything shown has changed. */
    boolean advance() {
        var fresh = source.lastLines(read, MOST_LINES);
        if (fresh.isEmpty()) {
            return false;
        }
        read = fresh.getLast().number();
        lines.addAll(fresh);
        fresh.forEach(line -> characters += line.text().length());
        lines.subList(0, tooMany()).clear();
        long oldest = lines.getFirst().number();
        boolean dropped = shown.removeIf(line -> line.number() < oldest);
        int before = shown.size();
        fresh.stream().filter(line -> line.number() >= oldest && matches(line)).forEach(shown::add);
        return dropped || shown.size() > before;
    }

    /** Shows only lines that hold {@code words}, whatever their case; all when it is blank. */
    void filter(String words) {
        wanted = words.strip().toLowerCase(Locale.ROOT);
        shown.clear();
        lines.stream().filter(this::matches).forEach(shown::add);
    }

    List<LogLine> shown() {
        return List.copyOf(shown);
    }

    List<LogLine> all() {
        return List.copyOf(lines);
    }

    int kept() {
        return lines.size();
    }

    /** As text, one line each. */
    static String text(List<LogLine> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    private boolean matches(LogLine line) {
        return wanted.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private int tooMany() {
        int drop = Math.max(0, lines.size() - MOST_LINES);
        for (LogLine line : lines.subList(0, drop)) {
            characters -= line.text().length();
        }
        while (characters > MOST_CHARACTERS) {
            characters -= lines.get(drop++).text().length();
        }
        return drop;
    }
}

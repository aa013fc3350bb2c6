package dev.paddock.server;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps the newest lines of the engine's output within a bound of memory. Safe from any thread;
 * listeners of {@link #newest} must not append.
 */
public final class LogBuffer implements LogSource {
    /** Longer lines are cut. */
    public static final int LONGEST_LINE = 16 * 1024;

    static final long DEFAULT_BYTES = 5L << 20;

    private static final int BYTES_PER_LINE = 64;

    private final long mostBytes;
    private final Object writers = new Object();
    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private final Signal<Long> newest = new Signal<>(0L);
    private long bytes;
    private long number;

    public LogBuffer() {
        this(DEFAULT_BYTES);
    }

    /**
     * @param mostBytes of heap for the kept lines, roughly
     */
    public LogBuffer(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds one line and drops the oldest ones that no longer fit. */
    public void append(String text) {
        String kept = text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE);
        // Two locks: a listener reads lines under the signal's lock, so that one must not be taken
        // while lines is held; and two writers must not announce their numbers out of order.
        synchronized (writers) {
            long added;
            synchronized (lines) {
                added = ++number;
                lines.addLast(new LogLine(added, kept));
                bytes += cost(kept);
                while (bytes > mostBytes && lines.size() > 1) {
                    bytes -= cost(lines.removeFirst().text());
                }
            }
            newest.set(added);
        }
    }

    @Override
    public List<LogLine> linesAfter(long after) {
        return newestAfter(after, Integer.MAX_VALUE);
    }

    /** The texts of at most {@code most} of the newest lines above {@code after}, oldest first. */
    List<String> lastLines(long after, int most) {
        return newestAfter(after, most).stream().map(LogLine::text).toList();
    }

    @Override
    public Observable<Long> newest() {
        return newest;
    }

    private List<LogLine> newestAfter(long after, int most) {
        var found = new ArrayList<LogLine>();
        synchronized (lines) {
            for (var it = lines.descendingIterator(); it.hasNext() && found.size() < most; ) {
                LogLine line = it.next();
                if (line.number() <= after) {
                    break;
                }
                found.add(line);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private static long cost(String text) {
        return text.length() + BYTES_PER_LINE;
    }
}

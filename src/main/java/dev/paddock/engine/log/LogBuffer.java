package dev.paddock.engine.log;

import dev.paddock.engine.EngineOutput;
import dev.paddock.engine.log.LogRing.Extract;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the newest lines of the engine's output within a bound of memory. Safe from any thread;
 * listeners must not write. Lines are turned into text only when somebody reads them, and listeners
 * hear of a piece of output once, however many lines it has: a flood costs little more than its
 * copying.
 */
public final class LogBuffer implements LogSource {
    /** In bytes; longer lines are cut into several. */
    public static final int LONGEST_LINE = 16 * 1024;

    private static final long MOST_BYTES = 5L << 20;
    private static final int MOST_RUNS = 20;

    /** Whoever asks for the newest lines may do so many times a second, on a thread that draws. */
    private static final long MOST_BYTES_AT_ONCE = 512 << 10;

    private static final char ESCAPE = '\u001B';
    private static final Pattern COLOURS = Pattern.compile(ESCAPE + "\\[[0-9;]*m");

    private final Object writers = new Object();
    private final LogRing ring;
    private final Redactor secrets = new Redactor();
    private final Signal<Long> newest = new Signal<>(0L);
    private final Signal<List<LogRun>> runs = new Signal<>(List.of());

    public LogBuffer() {
        this(MOST_BYTES);
    }

    /**
     * @param mostBytes of heap for the kept lines, roughly
     */
    public LogBuffer(long mostBytes) {
        ring = new LogRing(mostBytes);
    }

    /**
     * Where one process writes to.
     *
     * @param hidden never to be shown or written anywhere
     * @param onOutput called on the writing thread after every piece; must be quick
     */
    public EngineOutput output(Instant now, Set<String> hidden, Runnable onOutput) {
        hidden.forEach(secrets::hide);
        return new Output(now, onOutput);
    }

    /** The last process that began is ready for chats. */
    public void ready() {
        synchronized (writers) {
            var known = new ArrayList<>(runs.value());
            if (!known.isEmpty()) {
                known.add(known.removeLast().ready(newest.value()));
                runs.put(List.copyOf(known));
            }
        }
        runs.tell();
    }

    @Override
    public List<LogLine> lastLines(long after, int most) {
        List<Extract> found;
        synchronized (ring) {
            long last = ring.newest();
            found = ring.newestFrom(Math.max(after, last - most) + 1, MOST_BYTES_AT_ONCE);
        }
        return text(found);
    }

    @Override
    public List<LogLine> nextLines(long after) {
        List<Extract> found;
        synchronized (ring) {
            found = ring.pageAfter(after);
        }
        return text(found);
    }

    @Override
    public Observable<Long> newest() {
        return newest;
    }

    @Override
    public Observable<List<LogRun>> runs() {
        return runs;
    }

    private List<LogLine> text(List<Extract> found) {
        var lines = new ArrayList<LogLine>();
        for (var extract : found) {
            int from = 0;
            for (int i = 0; i < extract.ends().length; i++) {
                int length = extract.ends()[i] - from;
                var text = new String(extract.bytes(), from, length, StandardCharsets.UTF_8);
                lines.add(new LogLine(extract.first() + i, secrets.clean(plain(text))));
                from += length;
            }
        }
        return lines;
    }

    /** Without the colours that some lines bring although nothing here is a terminal. */
    private static String plain(String text) {
        return text.indexOf(ESCAPE) < 0 ? text : COLOURS.matcher(text).replaceAll("");
    }

    private final class Output implements EngineOutput {
        private final LineCutter cutter = new LineCutter(LONGEST_LINE, new IdleLines(ring::add));
        private final Instant now;
        private final Runnable onOutput;

        Output(Instant now, Runnable onOutput) {
            this.now = now;
            this.onOutput = onOutput;
        }

        @Override
        public void begin(List<String> command) {
            synchronized (writers) {
                var known = new ArrayList<>(runs.value());
                int number = known.isEmpty() ? 1 : known.getLast().number() + 1;
                long after = newest.value();
                var clean = secrets.clean(command);
                known.add(new LogRun(number, after, now, clean, OptionalLong.empty()));
                runs.put(
                        List.copyOf(
                                known.subList(
                                        Math.max(0, known.size() - MOST_RUNS), known.size())));
            }
            runs.tell();
        }

        @Override
        public void write(byte[] bytes, int length) {
            add(() -> cutter.feed(bytes, length));
            onOutput.run();
        }

        @Override
        public void end() {
            add(cutter::end);
        }

        // Two locks: readers of lines must not wait for a writer that cuts them; and two writers
        // must not announce their numbers out of order.
        private void add(Runnable lines) {
            synchronized (writers) {
                long before = newest.value();
                long added;
                synchronized (ring) {
                    lines.run();
                    added = ring.newest();
                }
                if (added > before) {
                    newest.put(added);
                }
            }
            newest.tell();
        }
    }
}

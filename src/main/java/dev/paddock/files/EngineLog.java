package dev.paddock.files;

import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogRun;
import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes the engine's output to files, each run beginning a new one. A thread of its own reads the
 * log as the window does, so that neither a slow nor a full disk can hold up the engine: what is
 * overwritten before it was read is missing from the file, which says how much that was. A disk
 * that refuses ends the writing until the next run.
 */
public final class EngineLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLog.class);

    private static final String NAME = "engine";
    private static final long MOST_BYTES = 10L << 20;

    /** In characters. Some 10 MB a second: more wears the disk for lines soon rolled away. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final String MARK = "==== ";
    private static final String CONTINUED = " (continued)";
    private static final String NOT_WRITTEN = " lines not written";

    private final LogSource source;
    private final RollingFile files;
    private final Signal<Optional<IOException>> problem = new Signal<>(Optional.empty());
    private final Semaphore news = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Subscription> subscriptions;
    private final Thread writer = new Thread(this::follow, "engine-log");
    private long read;
    private int begun;
    private boolean writable;
    private String heading = "";

    /** Begins to follow {@code source}; the thread starts with the first run. */
    public EngineLog(Path folder, LogSource source) {
        this(new RollingFile(folder, NAME, MOST_BYTES, OwnerOnly::write), source);
    }

    EngineLog(RollingFile files, LogSource source) {
        this.files = files;
        this.source = source;
        writer.setDaemon(true);
        subscriptions =
                List.of(
                        source.runs().subscribe(this::began),
                        source.newest().subscribe(_ -> wake()));
    }

    /** Where the files are; need not exist. */
    public Path folder() {
        return files.folder();
    }

    /** The newest file; need not exist. */
    public Path file() {
        return files.file();
    }

    /** Why lines were not written, the first time that happened. */
    public Observable<Optional<IOException>> problem() {
        return problem;
    }

    /** Writes what is still to be written, for two seconds at most. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        closing.countDown();
        wake();
        try {
            if (writer.getState() != Thread.State.NEW && !writer.join(CLOSING)) {
                LOG.warn("The engine's log could not be written to its end");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void began(List<LogRun> runs) {
        if (!runs.isEmpty() && writer.getState() == Thread.State.NEW) {
            writer.start();
        }
        wake();
    }

    private void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    private void follow() {
        try {
            boolean last;
            do {
                news.acquire();
                news.drainPermits();
                last = closing.getCount() == 0;
                copy();
            } while (!last);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            attempt(files::close);
        }
    }

    /** Everything there is, in portions. */
    private void copy() throws InterruptedException {
        int written = 0;
        long start = System.nanoTime();
        for (var lines = source.nextLines(read); !lines.isEmpty(); lines = source.nextLines(read)) {
            var runs = source.runs().value();
            for (LogLine line : lines) {
                beginRuns(runs, line.number());
                put(line);
                written += line.text().length() + 1;
            }
            if (written >= MOST_AT_ONCE) {
                attempt(this::flush);
                closing.await(start + REST_NANOS - System.nanoTime(), TimeUnit.NANOSECONDS);
                written = 0;
                start = System.nanoTime();
            }
        }
        beginRuns(source.runs().value(), read + 1);
        attempt(this::flush);
    }

    /** Those whose first line is {@code next} or was due before it. */
    private void beginRuns(List<LogRun> runs, long next) {
        for (LogRun run : runs) {
            if (run.number() > begun && run.after() < next) {
                begun = run.number();
                heading = heading(run);
                writable = true;
                attempt(
                        () -> {
                            files.roll();
                            files.line(heading);
                        });
            }
        }
    }

    private void put(LogLine line) {
        long missing = line.number() - read - 1;
        read = line.number();
        attempt(
                () -> {
                    if (files.full()) {
                        files.roll();
                        files.line(heading + CONTINUED);
                    }
                    if (missing > 0) {
                        files.line(MARK + missing + NOT_WRITTEN);
                    }
                    files.line(line.text());
                });
    }

    private static String heading(LogRun run) {
        return MARK + run.began().truncatedTo(ChronoUnit.SECONDS) + ' ' + run.commandLine();
    }

    private interface Step {
        void run() throws IOException;
    }

    private void flush() throws IOException {
        files.flush();
        if (problem.value().isPresent()) {
            problem.set(Optional.empty());
        }
    }

    private void attempt(Step step) {
        if (!writable) {
            return;
        }
        try {
            step.run();
        } catch (IOException refused) {
            writable = false;
            LOG.warn("The engine's log is not written to {}", file(), refused);
            attemptToLetGo();
            if (problem.value().isEmpty()) {
                problem.set(Optional.of(refused));
            }
        }
    }

    private void attemptToLetGo() {
        try {
            files.close();
        } catch (IOException again) {
            // The reason is known already, and the file is no longer ours.
        }
    }
}

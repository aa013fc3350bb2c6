package dev.paddock.settings;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * The settings of the running app over a {@link SettingsStore}. Changes are gathered for half a
 * second and written by one background thread; {@link #close} writes what is still to be written.
 */
public final class PreferencesService implements Preferences, AutoCloseable {
    private static final Duration GATHERING = Duration.ofMillis(500);
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final SettingsStore store;
    private final Signal<Settings> settings;
    private final Signal<Optional<IOException>> problem = new Signal<>(Optional.empty());
    private final ScheduledExecutorService writer;
    private final Duration lastWrite;

    /** Guarded by this, as the two below: whether a write is on its way. */
    private boolean scheduled;

    private boolean closed;
    private Settings written;

    /** Starts from what {@code store} loaded. */
    public PreferencesService(SettingsStore store, Settings loaded) {
        this(
                store,
                loaded,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("settings-writer").factory()),
                LAST_WRITE);
    }

    PreferencesService(
            SettingsStore store,
            Settings loaded,
            ScheduledExecutorService writer,
            Duration lastWrite) {
        this.store = store;
        this.settings = new Signal<>(loaded);
        this.written = loaded;
        this.writer = writer;
        this.lastWrite = lastWrite;
    }

    @Override
    public Observable<Settings> settings() {
        return settings;
    }

    /** Why the last write failed, until one succeeds. Set on the writer's thread. */
    public Observable<Optional<IOException>> problem() {
        return problem;
    }

    @Override
    public void change(UnaryOperator<Settings> change) {
        synchronized (this) {
            var next = change.apply(settings.value());
            if (next.equals(settings.value())) {
                return;
            }
            settings.put(next);
            if (!scheduled && !closed) {
                scheduled = true;
                writer.schedule(this::write, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        settings.tell();
    }

    /** Tries again what could not be written, in background. */
    public void retry() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        writer.execute(this::write);
    }

    /** Writes what is not written yet; waits for that at most two seconds. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        var last = writer.submit(this::write);
        writer.shutdown();
        try {
            last.get(lastWrite.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            problem.set(Optional.of(new IOException(failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            writer.shutdownNow();
        }
    }

    private void write() {
        Settings next;
        synchronized (this) {
            scheduled = false;
            next = settings.value();
            if (next.equals(written)) {
                return;
            }
        }
        try {
            store.save(next);
        } catch (UncheckedIOException failed) {
            problem.set(Optional.of(failed.getCause()));
            return;
        } catch (RuntimeException defect) {
            problem.set(Optional.of(new IOException(defect)));
            return;
        }
        synchronized (this) {
            written = next;
        }
        if (problem.value().isPresent()) {
            problem.set(Optional.empty());
        }
    }
}

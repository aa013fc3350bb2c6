package dev.paddock.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.signal.Elsewhere;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class PreferencesServiceTest {
    private static final Path MODEL = Path.of("m.gguf");

    private final LinkedBlockingQueue<Settings> saved = new LinkedBlockingQueue<>();
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    private final SettingsStore store =
            new SettingsStore() {
                @Override
                public Loaded load() {
                    return new Loaded(Settings.DEFAULT, Optional.empty());
                }

                @Override
                public void save(Settings settings) {
                    if (!trouble.isEmpty()) {
                        throw new UncheckedIOException(new IOException(trouble.removeFirst()));
                    }
                    saved.add(settings);
                }
            };
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1);
    private final PreferencesService preferences =
            new PreferencesService(store, Settings.DEFAULT, writer, Duration.ofSeconds(5));

    @AfterEach
    void stop() {
        preferences.close();
        writer.shutdownNow();
    }

    @Test
    void listenersAreCalledOutsideItsLock() {
        var elsewhere = new Elsewhere();
        preferences.settings().subscribe(_ -> elsewhere.run(() -> preferences.change(s -> s)));
        preferences.change(s -> s.withModel(MODEL));
        elsewhere.assertEnded(2);
    }

    @Test
    void changesAreSeenAtOnceAndWrittenTogether() throws Exception {
        var seen = new ArrayList<Settings>();
        preferences.settings().subscribe(seen::add);
        preferences.change(s -> s.withModel(MODEL));
        preferences.change(s -> s.withAppearance(Appearance.DARK));
        assertEquals(Settings.DEFAULT, seen.getFirst());
        assertEquals(3, seen.size());
        assertEquals(preferences.settings().value(), saved.poll(5, TimeUnit.SECONDS));
        assertEquals(Appearance.DARK, preferences.settings().value().appearance());
        assertTrue(saved.isEmpty());
        preferences.change(s -> s.withAppearance(Appearance.LIGHT));
        assertEquals(Appearance.LIGHT, next().appearance());
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        preferences.change(s -> s);
        assertTrue(writer.getQueue().isEmpty());
        preferences.close();
        assertTrue(saved.isEmpty());
    }

    @Test
    void writesTheLastChangeWhenClosed() {
        preferences.change(s -> s.withModel(MODEL));
        preferences.close();
        assertEquals(Optional.of(MODEL), saved.remove().model());
        preferences.close();
        preferences.change(s -> s.withAppearance(Appearance.DARK));
        assertTrue(saved.isEmpty());
    }

    @Test
    void aFailedWriteIsReportedAndMadeGoodLater() throws Exception {
        var reports = new LinkedBlockingQueue<Optional<IOException>>();
        preferences.problem().subscribe(reports::add);
        trouble.add("disk full");
        preferences.change(s -> s.withModel(MODEL));
        assertEquals(Optional.empty(), reports.poll(5, TimeUnit.SECONDS));
        var report = reports.poll(5, TimeUnit.SECONDS);
        assertTrue(report.orElseThrow().getMessage().contains("disk full"));
        preferences.close();
        assertEquals(Optional.of(MODEL), saved.remove().model());
        assertEquals(Optional.empty(), reports.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void aFailedWriteIsTriedAgainOnRequest() throws Exception {
        var reports = new LinkedBlockingQueue<Optional<IOException>>();
        try (var _ = preferences.problem().subscribe(reports::add)) {
            trouble.add("disk full");
            preferences.change(s -> s.withModel(MODEL));
            assertEquals(Optional.empty(), reports.poll(5, TimeUnit.SECONDS));
            assertTrue(reports.poll(5, TimeUnit.SECONDS).isPresent());
            preferences.retry();
            assertEquals(Optional.empty(), reports.poll(5, TimeUnit.SECONDS));
            assertEquals(Optional.of(MODEL), saved.remove().model());
        }
    }

    @Test
    void aHangingDiskDoesNotHoldTheEndForEver() throws Exception {
        var never = new CountDownLatch(1);
        var stuck =
                new SettingsStore() {
                    @Override
                    public Loaded load() {
                        return new Loaded(Settings.DEFAULT, Optional.empty());
                    }

                    @Override
                    public void save(Settings settings) {
                        try {
                            never.await();
                        } catch (InterruptedException ended) {
                            throw new UncheckedIOException(new IOException(ended));
                        }
                    }
                };
        var hanging =
                new PreferencesService(
                        stuck,
                        Settings.DEFAULT,
                        new ScheduledThreadPoolExecutor(1),
                        Duration.ofMillis(50));
        hanging.change(s -> s.withModel(MODEL));
        assertTimeoutPreemptively(Duration.ofSeconds(60), hanging::close);
        assertTrue(hanging.problem().value().isPresent());
    }

    private Settings next() throws InterruptedException {
        return Optional.ofNullable(saved.poll(5, TimeUnit.SECONDS)).orElseThrow();
    }
}

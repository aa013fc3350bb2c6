package dev.paddock.ui.engine;

import dev.paddock.engine.EngineLocation;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;

import java.util.concurrent.atomic.AtomicBoolean;

/** A start by someone who was faster than the search for the engine. Safe from any thread. */
final class EarlyStart implements Subscription {
    private final Observable<EngineLocation> engine;
    private final Runnable start;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Subscription searching;

    EarlyStart(Observable<EngineLocation> engine, Runnable start) {
        this.engine = engine;
        this.start = start;
        searching = engine.subscribe(_ -> found());
    }

    /** Whether the start has to wait; it follows by itself then. */
    boolean waits() {
        if (!searches()) {
            return false;
        }
        asked.set(true);
        found();
        return true;
    }

    void cancel() {
        asked.set(false);
    }

    @Override
    public void close() {
        searching.close();
    }

    private void found() {
        if (!searches() && asked.getAndSet(false)) {
            start.run();
        }
    }

    private boolean searches() {
        return engine.value() instanceof EngineLocation.Searching;
    }
}

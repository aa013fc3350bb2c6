package dev.paddock.ui.common;

import dev.paddock.signal.Observable;
import dev.paddock.signal.SafeListener;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Shows the newest value of a source on one thread; however many are set, one job waits there. */
final class UiWatch<T> {
    private final UiExecutor ui;
    private final Observable<T> source;
    private final SafeListener<T> listener;

    /** Whether something was set that is not shown. */
    private final AtomicBoolean due = new AtomicBoolean();

    private volatile boolean closed;

    /** Used on the thread of {@code ui} alone. */
    private boolean showing;

    UiWatch(UiExecutor ui, Observable<T> source, Consumer<? super T> listener) {
        this.ui = ui;
        this.source = source;
        this.listener = new SafeListener<>(listener);
    }

    /**
     * On any thread. A job that still waits does not keep the thread itself from showing it now.
     */
    void changed() {
        boolean waits = due.getAndSet(true);
        if (!waits || ui.isCurrent()) {
            ui.execute(this::show);
        }
    }

    void close() {
        closed = true;
    }

    /** A listener that sets the source is called again after it has returned. */
    private void show() {
        if (showing) {
            return;
        }
        showing = true;
        while (!closed && due.getAndSet(false)) {
            listener.accept(source.value());
        }
        showing = false;
    }
}

package dev.paddock.ui.common;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;

import javafx.application.Platform;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The one way onto the FX thread. */
public final class UiThread implements Executor {
    /** Runs {@code job} on the FX thread: at once when this is it, else soon. */
    @Override
    public void execute(Runnable job) {
        if (Platform.isFxApplicationThread()) {
            job.run();
        } else {
            Platform.runLater(job);
        }
    }

    /** Watches {@code source}; {@code listener} is called on the FX thread. */
    public <T> Subscription watch(Observable<T> source, Consumer<? super T> listener) {
        return source.subscribe(value -> execute(() -> listener.accept(value)));
    }
}

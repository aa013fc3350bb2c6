package dev.paddock.signal;

import java.util.function.Consumer;

/**
 * Calls a listener and keeps what it throws from whoever calls it: the first one goes to the
 * thread's uncaught-exception handler. One that fails at each of a thousand tokens is told of once.
 */
public final class SafeListener<T> implements Consumer<T> {
    private final Consumer<? super T> listener;
    private volatile boolean failed;

    public SafeListener(Consumer<? super T> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(T value) {
        try {
            listener.accept(value);
        } catch (RuntimeException | Error defect) {
            if (!failed) {
                failed = true;
                tell(defect);
            }
        }
    }

    private static void tell(Throwable defect) {
        var thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, defect);
        } catch (RuntimeException | Error handlerFailed) {
            // As the virtual machine does: there is nobody left to tell.
        }
    }
}

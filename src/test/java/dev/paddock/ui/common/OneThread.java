package dev.paddock.ui.common;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A thread that plays the FX thread, for models without a window. As with the toolkit, what comes
 * after its end is dropped: work of a test that still ends in the background harms no other test.
 */
public final class OneThread implements UiExecutor, AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(this::named);
    private volatile Thread current = Thread.currentThread();

    private Thread named(Runnable job) {
        current = Thread.ofPlatform().name("ui").unstarted(job);
        return current;
    }

    /** For jobs with a result. */
    public ExecutorService jobs() {
        return thread;
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == current;
    }

    @Override
    public void execute(Runnable job) {
        if (isCurrent()) {
            job.run();
            return;
        }
        try {
            thread.execute(job);
        } catch (RejectedExecutionException ended) {
            if (!thread.isShutdown()) {
                throw ended;
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package dev.paddock.ui.common;

import javafx.animation.AnimationTimer;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a job on the FX thread at most once a frame, however often it is asked for. {@link #request}
 * is safe from any thread and costs one compare-and-set. While nothing is asked for, no timer runs.
 */
public final class FrameCoalescer {
    private final UiThread ui;
    private final Runnable job;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AnimationTimer frame =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    asked.set(false);
                    job.run();
                }
            };

    public FrameCoalescer(UiThread ui, Runnable job) {
        this.ui = ui;
        this.job = job;
    }

    /** Asks for one run at the next frame. */
    public void request() {
        if (asked.compareAndSet(false, true)) {
            ui.execute(frame::start);
        }
    }
}

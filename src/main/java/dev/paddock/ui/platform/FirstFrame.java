package dev.paddock.ui.platform;

import javafx.animation.AnimationTimer;

/** Waits until a window that was just shown has been drawn. */
public final class FirstFrame {
    private FirstFrame() {}

    /** Runs {@code job} at the beginning of the second frame from now: the first is then drawn. */
    public static void then(Runnable job) {
        new AnimationTimer() {
            private boolean first = true;

            @Override
            public void handle(long now) {
                if (first) {
                    first = false;
                } else {
                    stop();
                    job.run();
                }
            }
        }.start();
    }
}

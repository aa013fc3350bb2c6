package dev.paddock.ui.platform;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A window in which nothing moves but for a few frames now and then. Ends with status 0 when its
 * timer rested before each of these, and they came.
 */
final class RestingFrames {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int ROUNDS = 3;

    private RestingFrames() {}

    static void main() throws InterruptedException {
        var frames = new AtomicReference<Timer>();
        var shown = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    var stage = new Stage();
                    stage.setScene(new Scene(new Pane(), 200, 200));
                    stage.show();
                    FirstFrame.then(
                            () -> {
                                RestingTimer.install(
                                        Toolkit.getToolkit(),
                                        timer -> frames.compareAndSet(null, timer));
                                shown.countDown();
                            });
                });
        shown.await();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                awaitRest(frames.get());
                show(5);
            }
            System.exit(0);
        } catch (IllegalStateException wrong) {
            System.out.println(wrong.getMessage());
            System.exit(1);
        }
    }

    private static void awaitRest(Timer frames) {
        long start = System.nanoTime();
        while (frames.isRunning()) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new IllegalStateException("the timer does not rest");
            }
        }
    }

    private static void show(int count) throws InterruptedException {
        var left = new CountDownLatch(count);
        var counting =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        left.countDown();
                    }
                };
        Platform.runLater(counting::start);
        if (!left.await(LIMIT_NANOS, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("no frames come");
        }
        Platform.runLater(counting::stop);
    }
}

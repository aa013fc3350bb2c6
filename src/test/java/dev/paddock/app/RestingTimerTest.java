package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(ApplicationExtension.class)
class RestingTimerTest {
    private final List<String> calls = new ArrayList<>();
    private final Timer resting = new RestingTimer(new RecordingTimer());

    @Test
    void stopsForAPauseAndGoesOnAtTheSamePace() {
        resting.start(16);
        resting.pause();
        resting.resume();
        resting.resume();
        assertEquals(List.of("start 16", "stop", "start 16"), calls);
        assertTrue(resting.isRunning());
    }

    @Test
    void doesNotBeginBeforeItIsStartedOrAfterItIsStopped() {
        resting.resume();
        resting.start(16);
        resting.stop();
        resting.resume();
        assertEquals(List.of("start 16", "stop"), calls);
        assertFalse(resting.isRunning());
    }

    /** Here without a screen; GTK's is stopped and started in the same way. */
    @Test
    void framesRestWhileNothingMovesAndComeBack(FxRobot robot) throws Exception {
        var replaced = new AtomicReference<Timer>();
        robot.interact(
                () ->
                        RestingTimer.install(
                                Toolkit.getToolkit(),
                                timer -> replaced.compareAndSet(null, timer)));
        for (int round = 0; round < 3; round++) {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !replaced.get().isRunning());
            assertTrue(framesCome(), "frames in round " + round);
        }
    }

    private static boolean framesCome() throws InterruptedException {
        var frames = new CountDownLatch(5);
        var counting =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frames.countDown();
                    }
                };
        Platform.runLater(counting::start);
        boolean came = frames.await(10, TimeUnit.SECONDS);
        Platform.runLater(counting::stop);
        return came;
    }

    private final class RecordingTimer extends Timer {
        RecordingTimer() {
            super(() -> {});
        }

        @Override
        protected long _start(Runnable each) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected long _start(Runnable each, int millis) {
            calls.add("start " + millis);
            return 1;
        }

        @Override
        protected void _stop(long timer) {
            calls.add("stop");
        }

        @Override
        protected void _pause(long timer) {
            calls.add("pause");
        }

        @Override
        protected void _resume(long timer) {
            calls.add("resume");
        }
    }
}

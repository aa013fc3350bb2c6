package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.SceneExtension;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(SceneExtension.class)
class FrameCoalescerTest {
    private static final int LIMIT = 10;

    private final UiThread ui = new UiThread();
    private final AtomicInteger runs = new AtomicInteger();

    @Start
    void start(Stage unused) {
        // The toolkit runs, and that is all there needs to be.
    }

    @Test
    void runsOnceForAllThatWasAskedForWithinAFrame(FxRobot robot) throws Exception {
        var frames =
                new FrameCoalescer(
                        ui,
                        () -> {
                            assertTrue(Platform.isFxApplicationThread());
                            runs.incrementAndGet();
                        });
        robot.interact(
                () -> {
                    for (int i = 0; i < 1000; i++) {
                        frames.request();
                    }
                });
        awaitRuns(1);
        frames.request();
        awaitRuns(2);
        assertEquals(2, runs.get());
    }

    @Test
    void whatIsAskedForDuringTheJobIsDoneInTheNextFrame() throws Exception {
        var self = new AtomicReference<FrameCoalescer>();
        var frames =
                new FrameCoalescer(
                        ui,
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                self.get().request();
                            }
                        });
        self.set(frames);
        frames.request();
        awaitRuns(2);
    }

    @Test
    void whatAnotherThreadAsksForDuringTheJobIsNotLost() throws Exception {
        var inJob = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var frames =
                new FrameCoalescer(
                        ui,
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                inJob.countDown();
                                await(asked);
                            }
                        });
        frames.request();
        await(inJob);
        frames.request();
        asked.countDown();
        awaitRuns(2);
    }

    @Test
    void aJobThatFailsDoesNotEndIt(FxRobot robot) throws Exception {
        var frames =
                new FrameCoalescer(
                        ui,
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("fails");
                            }
                        });
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {}));
        frames.request();
        awaitRuns(1);
        frames.request();
        awaitRuns(2);
        robot.interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        WaitForAsyncUtils.clearExceptions();
    }

    private void awaitRuns(int wanted) throws Exception {
        WaitForAsyncUtils.waitFor(LIMIT, TimeUnit.SECONDS, () -> runs.get() >= wanted);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LIMIT, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

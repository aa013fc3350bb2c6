package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.glass.ui.Timer;

import dev.paddock.app.OtherJava;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class RestingTimerTest {
    @TempDir Path folder;

    private final List<String> calls = new ArrayList<>();
    private final Timer resting = new RestingTimer(new RecordingTimer());

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

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

    /** Here without a screen; GTK's timer is stopped and started in the same way. */
    @Test
    void framesRestWhileNothingMovesAndComeBack() throws Exception {
        // In a process where nothing but its own frames can keep the timer going.
        Path said = folder.resolve("said.log");
        var alone = OtherJava.running(RestingFrames.class).redirectOutput(said.toFile()).start();
        try {
            assertTrue(alone.waitFor(60, TimeUnit.SECONDS), "it does not end");
            assertEquals(0, alone.exitValue(), () -> text(said));
        } finally {
            alone.destroyForcibly();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
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

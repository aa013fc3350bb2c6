package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A defect while the window is filled is told in the window, and the app can be quit. */
class FailingStartTest {
    @TempDir Path data;

    @Test
    void whatIsThrownWhileTheWindowLoadsIsShownAndCtrlQQuits() throws Exception {
        var app = OtherJava.running(FailingStart.class, "--data-dir=" + data).start();
        try {
            assertTrue(app.waitFor(60, TimeUnit.SECONDS), "it does not end");
            var logs = new AppDirs(data).logs();
            String told =
                    "Paddock cannot show its window because of a defect of its own"
                            + " (IllegalStateException: “no views”). The log in "
                            + logs
                            + " has the details.";
            assertTrue(app.inputReader().lines().anyMatch(told::equals), told);
            assertTrue(Files.readString(logs.resolve("paddock.log")).contains("no views"));
            assertEquals(Main.FAILED, app.exitValue());
        } finally {
            app.destroyForcibly();
        }
    }
}

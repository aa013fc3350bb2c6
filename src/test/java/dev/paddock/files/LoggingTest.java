package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.core.util.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;

class LoggingTest {
    @TempDir Path folder;

    @Test
    void writesWhatMattersToItsFile() throws Exception {
        try (var _ = Logging.start(folder)) {
            LoggerFactory.getLogger("dev.paddock.test").info("ready {}", 1);
            LoggerFactory.getLogger("dev.paddock.test").debug("noise");
            LoggerFactory.getLogger("oshi.anything").info("chatter");
        }
        LoggerFactory.getLogger("dev.paddock.test").info("after the end");
        String log = Files.readString(folder.resolve("paddock.log"));
        assertTrue(log.contains("ready 1"), log);
        assertEquals(1, log.lines().count(), log);
    }

    @Test
    void keepsFiveFiles() throws Exception {
        try (var _ = Logging.start(folder, 1000, Duration.buildByMilliseconds(0))) {
            var log = LoggerFactory.getLogger("dev.paddock.test");
            for (int line = 0; line < 2000; line++) {
                log.info("line {} {}", line, "x".repeat(80));
            }
        }
        assertTrue(Files.exists(folder.resolve("paddock.4.log")));
        assertFalse(Files.exists(folder.resolve("paddock.5.log")));
        try (var files = Files.list(folder)) {
            assertEquals(5, files.count());
        }
    }

    @Test
    void anUnwritableFolderDoesNoHarm() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (var _ = Logging.start(file.resolve("logs"))) {
            LoggerFactory.getLogger("dev.paddock.test").info("lost");
        }
    }
}

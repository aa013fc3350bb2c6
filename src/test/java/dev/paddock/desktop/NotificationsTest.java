package dev.paddock.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

@DisabledOnOs(OS.WINDOWS)
class NotificationsTest {
    @TempDir Path folder;

    @Test
    void theToolGetsTitleAndTextWordForWord() throws Exception {
        tool("printf '%s\\n' \"$@\" >'" + folder.resolve("said") + "'");
        assertTrue(show());
        assertEquals(
                List.of("--app-name=Paddock", "--icon=paddock", "--", "--a title", "It ended."),
                Files.readAllLines(folder.resolve("said")));
    }

    @Test
    void aSystemWithoutOneOrWithoutAServerForItIsNoTrouble() throws Exception {
        assertFalse(show());
        tool("exit 1");
        assertFalse(show());
    }

    private boolean show() {
        return Notifications.ofLinux(Map.of("PATH", folder.toString()))
                .show("--a title", "It ended.");
    }

    private void tool(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("notify-send"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}

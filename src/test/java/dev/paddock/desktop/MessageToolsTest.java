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
class MessageToolsTest {
    private static final String TEXT = "libgtk-3.so.0 is missing: <b>install</b> it";

    @TempDir Path folder;

    private void tool(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String saying(String file, int exit) {
        return "printf '%s\\n' \"$@\" >'" + folder.resolve(file) + "'; exit " + exit;
    }

    private boolean show() {
        return MessageTools.of(Map.of("PATH", "/nowhere:" + folder)).show(TEXT);
    }

    @Test
    void theFirstThatCanShowsTheTextWordForWord() throws Exception {
        tool("zenity", saying("first", 1));
        tool("xmessage", saying("second", 0));
        tool("notify-send", saying("third", 0));

        assertTrue(show());

        assertTrue(Files.exists(folder.resolve("first")), "it was not tried");
        var said = Files.readAllLines(folder.resolve("second"));
        assertEquals(List.of("-center", "-title", "Paddock", TEXT), said);
        assertFalse(Files.exists(folder.resolve("third")), "it was shown already");
    }

    /** As a window does, until the person has read it. */
    @Test
    void oneThatStaysIsNotWaitedFor() throws Exception {
        tool("kdialog", "exec tail -f /dev/null --pid=" + ProcessHandle.current().pid());

        assertTrue(show());

        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("tail"))
                .forEach(ProcessHandle::destroy);
    }

    @Test
    void withoutAToolNothingIsShown() {
        assertFalse(show());
    }
}

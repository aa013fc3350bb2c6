package dev.paddock.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@DisabledOnOs(OS.WINDOWS)
class SystemOpenerTest {
    private static final String ADDRESS = "https://example.org/a?b=c&d";

    @TempDir Path folder;

    private void program(String name, int exit) throws Exception {
        var said = folder.resolve(name + ".said");
        Path file =
                Files.writeString(
                        folder.resolve(name),
                        "#!/bin/sh\nprintf '%%s\\n' \"$@\" >'%s'; exit %d\n".formatted(said, exit));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> said(String program) throws Exception {
        return Files.readAllLines(folder.resolve(program + ".said"));
    }

    private Optional<OpenFailure> open() {
        return SystemOpener.ofLinux(Map.of("PATH", "/nowhere:" + folder)).open(ADDRESS);
    }

    @Test
    void theFirstThatOpensItIsGivenTheAddressAsItIs() throws Exception {
        program("xdg-open", 0);
        program("gio", 0);

        assertEquals(Optional.empty(), open());

        assertEquals(List.of(ADDRESS), said("xdg-open"));
        assertFalse(Files.exists(folder.resolve("gio.said")), "it was open already");
    }

    @Test
    void anotherIsTriedWhenOneHasNoProgramForIt() throws Exception {
        program("xdg-open", 3);
        program("gio", 0);

        assertEquals(Optional.empty(), open());

        assertEquals(List.of("open", ADDRESS), said("gio"));
    }

    @Test
    void whatNoneOpensIsToldOfTheFirst() throws Exception {
        program("xdg-open", 3);
        program("gio", 2);

        assertEquals(Optional.of(new OpenFailure.Refused("xdg-open", 3)), open());
    }

    @Test
    void aSystemWithoutAnySaysSo() {
        assertEquals(Optional.of(new OpenFailure.NoProgram()), open());
    }
}

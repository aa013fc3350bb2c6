package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

class AppDirsTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void everySystemHasItsPlace() {
        assertPlace(HOME.resolve(".local/share/paddock"), "Linux", Map.of());
        assertPlace(folder.resolve("paddock"), "Linux", Map.of("XDG_DATA_HOME", folder.toString()));
        assertPlace(HOME.resolve("Library/Application Support/Paddock"), "Mac OS X", Map.of());
        assertPlace(HOME.resolve("AppData/Local/Paddock"), "Windows 11", Map.of());
        assertPlace(folder.resolve("Paddock"), "Windows 11", Map.of("APPDATA", folder.toString()));
        var both = Map.of("APPDATA", HOME.toString(), "LOCALAPPDATA", folder.toString());
        assertPlace(folder.resolve("Paddock"), "Windows 11", both);
    }

    @Test
    void relativeAndEmptyVariablesAreIgnored() {
        for (String value : new String[] {"", " ", "relative/place"}) {
            assertPlace(
                    HOME.resolve(".local/share/paddock"), "Linux", Map.of("XDG_DATA_HOME", value));
        }
    }

    @Test
    void anAccountWithoutAHomeHasOnlyThePlacesItNames() {
        assertEquals(Optional.empty(), AppDirs.ofSystem("Linux", "?", Map.of()));
        var named = Map.of("XDG_DATA_HOME", folder.toString());
        assertEquals(
                Optional.of(new AppDirs(folder.resolve("paddock"))),
                AppDirs.ofSystem("Linux", "?", named));
    }

    @Test
    void createsAFolderNobodyElseCanRead() throws Exception {
        var dirs = new AppDirs(folder.resolve("a/b")).create();
        assertTrue(Files.isDirectory(dirs.logs()));
        assertTrue(Files.isDirectory(dirs.models()));
        assertEquals(
                PosixFilePermissions.fromString("rwx------"),
                Files.getPosixFilePermissions(dirs.data()));
        dirs.create();
    }

    private static void assertPlace(Path expected, String system, Map<String, String> variables) {
        assertEquals(
                expected,
                AppDirs.ofSystem(system, HOME.toString(), variables).orElseThrow().data());
    }
}

package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

class WindowClassTest {
    @Test
    void isTheNameOfTheMenuEntry() throws Exception {
        var packaged = new Properties();
        try (var list = Files.newBufferedReader(Path.of("packaging/jpackage/app.properties"))) {
            packaged.load(list);
        }
        assertEquals(packaged.getProperty("id"), WindowClass.NAME);
        var entry = Files.readAllLines(Path.of("packaging/jpackage/linux/app.desktop"));
        assertEquals(1, entry.stream().filter("StartupWMClass=@id@"::equals).count());
    }
}

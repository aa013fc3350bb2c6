package dev.paddock.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lists that the scripts of all systems share name things that exist and agree. */
class SharedListsTest {
    private static final Path TEMPLATES = Path.of("packaging", "jpackage", "linux");

    /** What {@code linux.sh} and {@link Package} fill in beside the list itself. */
    private static final Set<String> COMPUTED =
            Set.of(
                    "version", "date", "arch", "size", "variant", "root", "folded", "OPTIONS",
                    "MAIN", "LOCALE");

    @Test
    void theListSaysWhatTheBuildSays() throws Exception {
        var app = AppList.read();
        String pom = Files.readString(Path.of("pom.xml"));
        for (String key : List.of("name", "description")) {
            assertTrue(pom.contains("<" + key + ">" + app.of(key) + "</" + key + ">"), key);
        }
        assertTrue(pom.contains("<name>" + app.of("licence") + "</name>"), "licence");
        assertTrue(pom.contains("<app.main>" + app.of("main") + "</app.main>"), "main");
        assertTrue(app.version().matches("[0-9.]+"), app.version());
    }

    @Test
    void everyModuleNamedExists() throws Exception {
        var app = AppList.read();
        var modules = modules();
        assertTrue(modules.containsAll(List.of(app.of("modules").split(","))), modules::toString);
        String access =
                AppList.javaOptions("app", "lib").stream()
                        .filter(option -> option.startsWith("--enable-native-access="))
                        .findFirst()
                        .orElseThrow();
        for (String module : access.substring(access.indexOf('=') + 1).split(",")) {
            assertTrue(modules.contains(module), module);
        }
    }

    @Test
    void whatIsLeftOutAndWhatIsKeptOfItExists() throws Exception {
        var app = AppList.read();
        ModuleReference module = ModuleFinder.ofSystem().find(app.of("exclude")).orElseThrow();
        try (var reader = module.open();
                var resources = reader.list()) {
            var names = resources.toList();
            for (String kept : app.words("keep")) {
                assertTrue(names.stream().anyMatch(name -> name.startsWith(kept)), kept);
            }
        }
    }

    @Test
    void everyBlankOfATemplateCanBeFilled() throws Exception {
        var app = AppList.read();
        var blank = Pattern.compile("@([A-Za-z]+)@");
        for (Path template : Tools.files(TEMPLATES)) {
            for (String line : Files.readAllLines(template)) {
                var found = blank.matcher(line);
                while (found.find()) {
                    String key = found.group(1);
                    assertTrue(COMPUTED.contains(key) || !app.of(key).isBlank(), key);
                }
            }
        }
    }

    @Test
    void optionsOfTheInstalledAppNameTheirFolders() throws Exception {
        for (String option : AppList.javaOptions("/own", "/libraries")) {
            assertFalse(option.contains("$"), option);
            assertTrue(option.startsWith("-"), option);
        }
    }

    @Test
    void everyLibraryHasALicenceText(@TempDir Path folder) throws Exception {
        Path runtime = folder.resolve("runtime");
        Path notices = folder.resolve("app").resolve("notices");
        Notices.write(notices, runtime);
        String list = Files.readString(notices.resolve(Notices.FILE));
        var texts = Pattern.compile("    text: (.*)").matcher(list);
        int libraries = 0;
        while (texts.find()) {
            libraries++;
            for (String text : texts.group(1).split(", ")) {
                boolean java = text.startsWith("../../runtime/legal/");
                assertTrue(java || Files.size(notices.resolve(text)) > 300, text);
            }
        }
        assertTrue(libraries > 20, list);
    }

    @Test
    void iconsAreOfTheSizesTheirTablesSay(@TempDir Path folder) throws Exception {
        Path ico = folder.resolve("a.ico");
        Path icns = folder.resolve("a.icns");
        Icons.writeIco(ico);
        Icons.writeIcns(icns);
        byte[] windows = Files.readAllBytes(ico);
        assertEquals(Icons.SIZES.size(), windows[4]);
        long pictures = 0;
        for (int size : Icons.SIZES) {
            pictures += Files.size(Icons.file(size));
        }
        assertEquals(6 + 16 * Icons.SIZES.size() + pictures, windows.length);
        var mac = java.nio.ByteBuffer.wrap(Files.readAllBytes(icns));
        assertEquals(0x69636e73, mac.getInt());
        assertEquals(mac.capacity(), mac.getInt());
    }

    /** Of the app, its libraries and the JDK. */
    private static Set<String> modules() throws IOException {
        var finder =
                ModuleFinder.compose(
                        ModuleFinder.of(AppList.modulePath().toArray(Path[]::new)),
                        ModuleFinder.ofSystem());
        return finder.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

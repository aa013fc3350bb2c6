package dev.paddock.ui.platform;

import dev.paddock.ui.words.Words;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a window needs of the system, and words for what is missing. */
public final class DisplaySupport {
    /** Libraries JavaFX loads on Linux, with the Debian package that brings each. */
    private static final Map<String, String> LINUX_LIBRARIES = new LinkedHashMap<>();

    static {
        LINUX_LIBRARIES.put("libgtk-3.so.0", "libgtk-3-0");
        LINUX_LIBRARIES.put("libpango-1.0.so.0", "libpango-1.0-0");
        LINUX_LIBRARIES.put("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");
        LINUX_LIBRARIES.put("libfreetype.so.6", "libfreetype6");
        LINUX_LIBRARIES.put("libXtst.so.6", "libxtst6");
        LINUX_LIBRARIES.put("libXxf86vm.so.1", "libxxf86vm1");
    }

    private DisplaySupport() {}

    public static boolean linux() {
        return System.getProperty("os.name").equals("Linux");
    }

    /** Whether a window can be seen; on Linux that needs a display server. */
    public static boolean present() {
        return "Headless".equals(System.getProperty("glass.platform"))
                || !linux()
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY");
    }

    /** Draws into memory from now on. Must be called before JavaFX starts. */
    public static void drawIntoMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** Why JavaFX could not start, naming the package that mends it where that is known. */
    public static String explain(Throwable failure, Words words) {
        if (linux()) {
            for (var library : LINUX_LIBRARIES.entrySet()) {
                if (!loadable(library.getKey())) {
                    return words.of("desktop.library", library.getKey(), library.getValue());
                }
            }
            if (String.valueOf(failure.getMessage()).contains("DISPLAY")) {
                return words.of("desktop.display", String.valueOf(System.getenv("DISPLAY")));
            }
        }
        return words.of("desktop.unknown", words.defect(failure));
    }

    @SuppressWarnings("restricted")
    private static boolean loadable(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}

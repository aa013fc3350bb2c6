package dev.paddock.ui.words;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How this session writes the names of files; Java goes by it when it makes a path of a text. */
public final class PathEncoding {
    private PathEncoding() {}

    /** As the system calls it. */
    public static String name() {
        return System.getProperty("sun.jnu.encoding", "");
    }

    /** Whether a text that is no path would be one in a UTF-8 locale. */
    public static boolean lacks(String text) {
        return lacks(name(), text);
    }

    static boolean lacks(String encoding, String text) {
        var charset = Charset.forName(encoding, StandardCharsets.UTF_8);
        return text.indexOf('\0') < 0 && !charset.newEncoder().canEncode(text);
    }
}

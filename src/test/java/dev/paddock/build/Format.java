package dev.paddock.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one layout of Java sources: google-java-format with indents of four. */
final class Format {
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private Format() {}

    /** Rewrites every source file that is laid out otherwise. */
    static void main() throws Exception {
        for (Path file : badlyLaidOut()) {
            Files.writeString(file, formatted(file));
        }
    }

    static List<Path> badlyLaidOut() throws IOException, FormatterException {
        var bad = new ArrayList<Path>();
        for (Path file : sources()) {
            if (!formatted(file).equals(Files.readString(file))) {
                bad.add(file);
            }
        }
        return bad;
    }

    static List<Path> sources() throws IOException {
        try (var tree = Files.walk(Path.of("src"))) {
            return tree.filter(path -> path.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String formatted(Path file) throws IOException, FormatterException {
        return FORMATTER.formatSourceAndFixImports(Files.readString(file));
    }
}

package dev.paddock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A button or menu item takes an underscore for a mnemonic and swallows it, also that of a file's
 * name. One whose text is not plainly a sentence of ours has to be told not to.
 */
class MnemonicsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/paddock/ui");

    /** Made with a text that is neither empty nor a sentence without values. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(\\w+) = new (?:Button|Hyperlink|MenuItem|CheckBox)"
                            + "\\((?!\"\"|\\)|(?:kit\\.)?words(?:\\(\\))?\\.of\\(\"[^\"]*\"\\))");

    /** Given such a text later. */
    private static final Pattern FIGURES = Pattern.compile("Button (line) = new Button\\(\\)");

    @Test
    void noNameLosesItsUnderscore() throws IOException {
        var wrong = new ArrayList<String>();
        int found = 0;
        for (var file : sources()) {
            String text = Files.readString(file);
            for (var pattern : List.of(NAMED, FIGURES)) {
                for (var made : pattern.matcher(text).results().toList()) {
                    found++;
                    if (!text.contains(made.group(1) + ".setMnemonicParsing(false)")) {
                        wrong.add(file.getFileName() + ": " + made.group());
                    }
                }
            }
        }
        assertFalse(found < 2, "nothing was looked at");
        assertEquals(List.of(), wrong);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

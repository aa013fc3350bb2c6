package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path FXML = Path.of("src/main/resources/fxml");

    /** A whole key as a literal, or the beginning of a family of keys: {@code "failure." +}. */
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]*)+)\"");

    private static final Pattern OF =
            Pattern.compile("\\.of\\(\\s*\"([a-z][A-Za-z]*\\.[A-Za-z0-9.]+)\"\\s*[,)]");
    private static final Pattern IN_FXML = Pattern.compile("=\"%([^\"]+)\"");

    private final Set<String> keys = new TreeSet<>(new Words().bundle().keySet());

    @Test
    void everyKeyUsedInFxmlExists() throws IOException {
        Set<String> used = found(FXML, ".fxml", IN_FXML);

        assertFalse(used.isEmpty(), "no FXML uses a word");
        assertEquals(Set.of(), minus(used, keys));
    }

    @Test
    void everyKeyAskedForInJavaExists() throws IOException {
        Set<String> asked = found(SOURCES, ".java", OF);

        assertFalse(asked.isEmpty(), "no source asks for a word");
        assertEquals(Set.of(), minus(asked, keys));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> literals = found(SOURCES, ".java", LITERAL);
        Set<String> families =
                literals.stream().filter(text -> text.endsWith(".")).collect(Collectors.toSet());
        Set<String> used = found(FXML, ".fxml", IN_FXML);
        used.addAll(literals);

        var unused = new ArrayList<String>();
        for (String key : keys) {
            if (!used.contains(key) && families.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertEquals(List.of(), unused);
    }

    @Test
    void everyTextIsAPatternThatFormats() {
        var words = new Words();
        for (String key : keys) {
            String pattern = words.bundle().getString(key);
            assertTrue(!pattern.isBlank(), key + " has no text");
            var message = new MessageFormat(pattern);
            Object[] samples =
                    Stream.of(message.getFormatsByArgumentIndex())
                            .map(format -> format instanceof NumberFormat ? (Object) 1 : "a")
                            .toArray();
            if (samples.length > 0) {
                String text = message.format(samples);
                assertFalse(text.contains("{"), key + " keeps a brace: " + text);
            }
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern)
            throws IOException {
        var found = new TreeSet<String>();
        try (var tree = Files.walk(folder)) {
            for (Path file : tree.filter(path -> path.toString().endsWith(ending)).toList()) {
                var matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}

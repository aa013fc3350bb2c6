package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path FXML = Path.of("src/main/resources/fxml");

    /** A whole key as a literal, or the beginning of a family of keys: {@code "failure." +}. */
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]*)+)\"");

    private static final Pattern OF =
            Pattern.compile("\\.of\\(\\s*\"([a-z][A-Za-z]*\\.[A-Za-z0-9.]+)\"\\s*[,)]");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/paddock");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");
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
            Object[] samples = new Object[message.getFormatsByArgumentIndex().length];
            Arrays.fill(samples, 5);
            if (samples.length > 0) {
                String text = message.format(samples);
                assertFalse(text.contains("{"), key + " keeps a brace: " + text);
            }
        }
    }

    /** With a German bundle beside it, the app of a German system spoke half German. */
    @Test
    void theLanguageIsChosenAndNotInherited() {
        var system = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            var inherited = ResourceBundle.getBundle("dev.paddock.words", Locale.ENGLISH);
            assertEquals("Senden", inherited.getString("chat.send"), "nothing is planted");
            assertEquals("Send", new Words().of("chat.send"));
            assertEquals("1,234", new Words().figures().count(1234));
        } finally {
            Locale.setDefault(system);
        }
    }

    /** One that is listed without its words would end the app at its next start. */
    @Test
    void everyLanguageOfTheIndexHasItsBundleAndEveryBundleItsLine() throws IOException {
        var languages = Languages.bundled();
        assertEquals("English", languages.usual().ownName());
        var listed =
                languages.all().stream()
                        .skip(1)
                        .map(each -> "words_" + each.tag() + ".properties")
                        .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(BUNDLES)) {
            var there =
                    files.map(it -> it.getFileName().toString())
                            .filter(it -> it.startsWith("words_"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, listed);
        }
    }

    @Test
    void aChosenLanguageSpeaksAndCountsAndTakesTheToolkitAlong() {
        var system = Locale.getDefault();
        try {
            var two = new Words(Languages.listed("languages-planted.txt"));
            assertEquals("Send", two.of("chat.send"));
            assertEquals("Send", two.in(Optional.of("xx")).of("chat.send"));
            var german = two.in(Optional.of("de"));
            assertEquals("Senden", german.of("chat.send"));
            assertEquals("Stop the answer", german.of("chat.stop"), "not translated yet");
            assertEquals("1.234", german.figures().count(1234));
            assertEquals("4,6 GiB", german.figures().bytes(4_939_212_390L));
            assertEquals("12.345 tokens", german.of("chat.figure.tokens", 12_345));
            german.install();
            assertEquals(Locale.GERMAN, Locale.getDefault());
            assertEquals("Send", german.in(Optional.empty()).of("chat.send"));
        } finally {
            Locale.setDefault(system);
        }
    }

    /** Each further language says the same things of the same values. */
    @Test
    void everyBundleHasTheSameKeysAndPlaceholders() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            for (Path other :
                    files.filter(it -> it.getFileName().toString().startsWith("words_")).toList()) {
                assertEquals(List.of(), differences(read(other)), other.toString());
            }
        }
    }

    @Test
    void aBundleThatLacksOrMistakesSomethingIsCaught() throws IOException {
        var planted = read(Path.of("src/test/resources/dev/paddock/words_de.properties"));
        assertTrue(differences(planted).contains("lacks chat.stop"));
        var complete = read(BUNDLES.resolve("words.properties"));
        assertEquals(List.of(), differences(complete));
        complete.setProperty("chat.figure.speed", "{1} tokens/s");
        complete.setProperty("chat.figure.sped", "fast");
        assertEquals(
                List.of(
                        "has chat.figure.sped, which nothing asks for",
                        "chat.figure.speed has [1] instead of [0]"),
                differences(complete));
    }

    /** One convention for what depends on a number. */
    @Test
    void pluralsAreChoicesWithinOneKey() {
        var apart = keys.stream().filter(it -> it.endsWith(".one") || it.endsWith(".many"));
        assertEquals(List.of(), apart.toList());
        var words = new Words();
        assertEquals("Every minute", words.of("settings.health.every.minutes", 1));
        assertEquals("Every 5 minutes", words.of("settings.health.every.minutes", 5));
        assertEquals("8,192 tokens, one slot", words.of("status.context.each", 8192, 1));
        assertEquals("8,192 tokens in each of 4 slots", words.of("status.context.each", 8192, 4));
    }

    private List<String> differences(Properties other) {
        var found = new ArrayList<String>();
        var english = new Words().bundle();
        var all = new TreeSet<>(keys);
        all.addAll(other.stringPropertyNames());
        for (String key : all) {
            if (!keys.contains(key)) {
                found.add("has " + key + ", which nothing asks for");
            } else if (other.getProperty(key) == null) {
                found.add("lacks " + key);
            } else {
                var wanted = placeholders(english.getString(key));
                var given = placeholders(other.getProperty(key));
                if (!wanted.equals(given)) {
                    found.add(key + " has " + given + " instead of " + wanted);
                }
            }
        }
        return found;
    }

    private static Set<String> placeholders(String pattern) {
        return PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Path bundle) throws IOException {
        var read = new Properties();
        try (var text = Files.newBufferedReader(bundle)) {
            read.load(text);
        }
        return read;
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

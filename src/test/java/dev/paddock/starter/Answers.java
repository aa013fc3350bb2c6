package dev.paddock.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the starter model was trained to say, with the words that the interface has today. */
final class Answers {
    private static final Path SOURCES = Path.of("packaging/starter-model");
    private static final Pattern WORD = Pattern.compile("\\{word:([\\w.-]+)}");

    private final ResourceBundle words = ResourceBundle.getBundle("dev.paddock.words");
    private final Map<String, String> sections = new LinkedHashMap<>();

    Answers() throws IOException {
        String[] parts = Files.readString(SOURCES.resolve("answers.md")).split("\n## ");
        for (String part : List.of(parts).subList(1, parts.length)) {
            int line = part.indexOf('\n');
            sections.put(part.substring(0, line).strip(), part.substring(line).strip());
        }
    }

    /** The keys of interface words that the answers name, but that exist no longer. */
    Set<String> unknownWords() {
        Set<String> unknown = new TreeSet<>();
        for (String text : sections.values()) {
            WORD.matcher(text).results().map(found -> found.group(1)).forEach(unknown::add);
        }
        unknown.removeAll(words.keySet());
        return unknown;
    }

    /** The answer of an intent as the window words it today. */
    String of(String intent) {
        String text = sections.get(sections.containsKey(intent) ? intent : intent + ".1");
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(shown(found.group(1))));
    }

    /** Without the mark of a mnemonic and without the shortcut that a tooltip adds. */
    private String shown(String key) {
        return words.getString(key)
                .replaceFirst("  \\(.*\\)$", "")
                .replace("_", "")
                .replace("''", "'");
    }

    /** Of {@code eval/ci.txt}: intent and question. */
    static List<String[]> questions() throws IOException {
        return read("eval/ci.txt");
    }

    /** Of {@code eval/suggested.txt}: intent and question. */
    static List<String[]> suggested() throws IOException {
        return read("eval/suggested.txt");
    }

    private static List<String[]> read(String file) throws IOException {
        return Files.readAllLines(SOURCES.resolve(file)).stream()
                .map(line -> line.split(": ", 2))
                .toList();
    }
}

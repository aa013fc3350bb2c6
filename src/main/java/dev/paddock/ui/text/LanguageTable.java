package dev.paddock.ui.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code code-languages.txt}, whose head says what its rows mean. */
final class LanguageTable {
    private static final String FILE = "/dev/paddock/code-languages.txt";
    private static final Set<String> OWN = Set.of("name", "alias", "ending", "file", "guess");
    private static final Set<String> ADDED = Set.of("keyword", "type");

    private final Map<String, Map<String, List<String>>> languages = new LinkedHashMap<>();
    private final Map<String, Pattern> guesses = new HashMap<>();

    private LanguageTable() {}

    static CodeLanguages read() {
        try (var in = LanguageTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE);
            }
            var table = new LanguageTable();
            table.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return table.languages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(String text) {
        String id = "";
        for (String line : text.lines().toList()) {
            int end = line.indexOf(' ');
            String key = end < 0 ? line : line.substring(0, end);
            String rest = end < 0 ? "" : line.substring(end + 1);
            switch (key) {
                case "", "#" -> {}
                case "language" -> {
                    id = rest;
                    languages.put(id, new HashMap<>());
                }
                case "name" -> row(id, key).add(rest);
                case "guess" -> guesses.put(id, Pattern.compile(rest, Pattern.MULTILINE));
                case "base" -> inherit(id, rest);
                default -> put(id, key, List.of(rest.strip().split(" +")));
            }
        }
    }

    private void put(String id, String key, List<String> words) {
        var row = row(id, key);
        if (!ADDED.contains(key) && !key.equals("line")) {
            row.clear();
        }
        words.stream().filter(word -> !word.isEmpty()).forEach(row::add);
    }

    private List<String> row(String id, String key) {
        return languages.get(id).computeIfAbsent(key, _ -> new ArrayList<>());
    }

    private void inherit(String id, String base) {
        languages
                .get(base)
                .forEach(
                        (key, words) -> {
                            if (!OWN.contains(key)) {
                                put(id, key, words);
                            }
                        });
    }

    private CodeLanguages languages() {
        var tokenizers = new HashMap<String, Tokenizer>();
        languages.forEach((id, rows) -> tokenizers.put(id, new CodeTokenizer(new Grammar(rows))));
        var markup = new MarkupTokenizer(tokenizers.get("javascript"), tokenizers.get("css"));
        var byName = new HashMap<String, CodeLanguage>();
        languages.forEach(
                (id, rows) -> {
                    var language =
                            new CodeLanguage(
                                    rows.get("name").getFirst(),
                                    rows.containsKey("file")
                                            ? rows.get("file").getFirst()
                                            : "." + rows.get("ending").getFirst(),
                                    Optional.ofNullable(guesses.get(id)),
                                    rows.containsKey("markup") ? markup : tokenizers.get(id));
                    alias(byName, id, language);
                    rows.getOrDefault("alias", List.of())
                            .forEach(it -> alias(byName, it, language));
                });
        return new CodeLanguages(byName);
    }

    private static void alias(Map<String, CodeLanguage> byName, String it, CodeLanguage language) {
        if (byName.put(it, language) != null) {
            throw new IllegalStateException("two languages are called " + it);
        }
    }
}

package dev.paddock.ui.text;

import dev.paddock.ui.text.Delimiter.Trait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a language is written, as its rows in the table of languages say. */
final class Grammar {
    final List<String> comments;
    final boolean apart;
    final List<Delimiter> delimiters;
    final String chars;
    final List<String> prefixes;
    final String metas;
    final String variables;
    final String within;
    final String starts;
    final boolean caseless;
    final boolean upper;
    final String directives;
    final String heredoc;
    final String keys;
    final boolean section;
    final boolean property;
    final boolean regex;
    final List<LineRule> lines;
    private final Map<String, TokenKind> words = new HashMap<>();

    /** Lines that begin so are of one kind. */
    record LineRule(String prefix, TokenKind kind) {}

    Grammar(Map<String, List<String>> rows) {
        comments = list(rows, "comment");
        apart = rows.containsKey("apart");
        delimiters = delimiters(rows);
        chars = signs(rows, "char");
        prefixes = list(rows, "prefix");
        metas = signs(rows, "meta");
        variables = signs(rows, "variable");
        within = signs(rows, "word");
        starts = signs(rows, "start");
        caseless = rows.containsKey("caseless");
        upper = rows.containsKey("upper");
        directives = signs(rows, "directive");
        heredoc = rows.containsKey("heredoc") ? "<<" : "";
        keys = signs(rows, "keys");
        section = rows.containsKey("section");
        property = rows.containsKey("property");
        regex = rows.containsKey("regex");
        lines = lineRules(list(rows, "line"));
        list(rows, "keyword").forEach(word -> words.put(word, TokenKind.KEYWORD));
        list(rows, "type").forEach(word -> words.put(word, TokenKind.TYPE));
    }

    TokenKind kind(String word) {
        var kind = words.getOrDefault(word, TokenKind.PLAIN);
        if (kind == TokenKind.PLAIN && caseless) {
            kind = words.getOrDefault(word.toLowerCase(Locale.ROOT), TokenKind.PLAIN);
        }
        boolean named = upper && kind == TokenKind.PLAIN && Character.isUpperCase(word.charAt(0));
        return named ? TokenKind.TYPE : kind;
    }

    private static List<Delimiter> delimiters(Map<String, List<String>> rows) {
        var all = new ArrayList<Delimiter>();
        var block = list(rows, "block");
        for (int i = 0; i + 1 < block.size(); i += 2) {
            all.add(Delimiter.of(block.get(i), block.get(i + 1), TokenKind.COMMENT, Trait.LINES));
        }
        var nested = list(rows, "nested");
        for (int i = 0; i + 1 < nested.size(); i += 2) {
            all.add(
                    Delimiter.of(
                            nested.get(i),
                            nested.get(i + 1),
                            TokenKind.COMMENT,
                            Trait.LINES,
                            Trait.NESTS));
        }
        for (String quote : list(rows, "string")) {
            all.add(Delimiter.of(quote, quote, TokenKind.STRING, Trait.ESCAPES));
        }
        for (String quote : list(rows, "verbatim")) {
            all.add(Delimiter.of(quote, quote, TokenKind.STRING));
        }
        var text = list(rows, "text");
        for (int i = 0; i + 1 < text.size(); i += 2) {
            all.add(
                    Delimiter.of(
                            text.get(i),
                            text.get(i + 1),
                            TokenKind.STRING,
                            Trait.LINES,
                            Trait.ESCAPES));
        }
        var raw = list(rows, "raw");
        for (int i = 0; i + 1 < raw.size(); i += 2) {
            all.add(Delimiter.of(raw.get(i), raw.get(i + 1), TokenKind.STRING, Trait.LINES));
        }
        // Three quotes are to be found before one.
        all.sort(Comparator.comparingInt(it -> -it.open().length()));
        return List.copyOf(all);
    }

    private static List<LineRule> lineRules(List<String> words) {
        var rules = new ArrayList<LineRule>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            rules.add(new LineRule(words.get(i), TokenKind.valueOf(words.get(i + 1))));
        }
        return List.copyOf(rules);
    }

    private static List<String> list(Map<String, List<String>> rows, String key) {
        return rows.getOrDefault(key, List.of());
    }

    private static String signs(Map<String, List<String>> rows, String key) {
        return String.join("", list(rows, key));
    }
}

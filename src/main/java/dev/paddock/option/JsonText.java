package dev.paddock.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes the JSON a person types, as strictly as the engine will. */
final class JsonText {
    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 400;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d{1,4})?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");
    private static final String LETTERS = "bfnrt";
    private static final String MEANT = "\b\f\n\r\t";

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** One JSON value and nothing after it; empty when it is anything else. */
    static Optional<Object> parse(String text) {
        var reader = new JsonText(text);
        try {
            return Optional.of(reader.whole());
        } catch (NotJson refused) {
            return Optional.empty();
        }
    }

    /** Where {@link #parse} gives up; the length of the text when it ends too early. */
    static OptionalInt brokenAt(String text) {
        var reader = new JsonText(text);
        try {
            reader.whole();
            return OptionalInt.empty();
        } catch (NotJson refused) {
            return OptionalInt.of(reader.at);
        }
    }

    /** The name that {@link #parse} gives up at because its object has it already. */
    static Optional<String> doubledIn(String text) {
        try {
            new JsonText(text).whole();
            return Optional.empty();
        } catch (NotJson refused) {
            return refused.doubled;
        }
    }

    private Object whole() throws NotJson {
        Object value = value(0);
        space();
        if (at < text.length()) {
            throw new NotJson();
        }
        return value;
    }

    static String write(Object value) {
        return switch (value) {
            case Map<?, ?> members ->
                    members.entrySet().stream()
                            .map(e -> quoted(e.getKey().toString()) + ": " + write(e.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case List<?> elements ->
                    elements.stream()
                            .map(JsonText::write)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Optional<?> _ -> "null";
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int letter = MEANT.indexOf(c);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (letter >= 0) {
                out.append('\\').append(LETTERS.charAt(letter));
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private Object value(int depth) throws NotJson {
        space();
        if (depth > DEEPEST || at == text.length()) {
            throw new NotJson();
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws NotJson {
        var members = new LinkedHashMap<String, Object>();
        at++;
        if (!comes('}')) {
            do {
                space();
                int before = at;
                String name = string();
                if (members.containsKey(name)) {
                    at = before;
                    throw new NotJson(Optional.of(name));
                }
                if (!comes(':')) {
                    throw new NotJson();
                }
                members.put(name, value(depth + 1));
            } while (comes(','));
            if (!comes('}')) {
                throw new NotJson();
            }
        }
        return members;
    }

    private List<Object> array(int depth) throws NotJson {
        var elements = new ArrayList<>();
        at++;
        if (!comes(']')) {
            do {
                elements.add(value(depth + 1));
            } while (comes(','));
            if (!comes(']')) {
                throw new NotJson();
            }
        }
        return elements;
    }

    private String string() throws NotJson {
        if (at == text.length() || text.charAt(at) != '"') {
            throw new NotJson();
        }
        at++;
        var out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                at--;
                throw new NotJson();
            }
            out.append(c == '\\' ? escaped(next()) : c);
        }
        return out.toString();
    }

    private char escaped(char letter) throws NotJson {
        if (letter == 'u') {
            return (char) Integer.parseInt(take(HEX).group(), 16);
        }
        int meant = LETTERS.indexOf(letter);
        if (meant < 0 && "\"\\/".indexOf(letter) < 0) {
            at--;
            throw new NotJson();
        }
        return meant < 0 ? letter : MEANT.charAt(meant);
    }

    private char next() throws NotJson {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at++);
    }

    private Number number() throws NotJson {
        var found = take(NUMBER);
        String digits = found.group();
        if (digits.length() > MOST_DIGITS) {
            throw new NotJson();
        }
        boolean whole = found.group(1) == null && found.group(2) == null;
        if (whole && digits.length() < 10) {
            return Integer.valueOf(digits);
        }
        return whole && digits.length() < 19 ? Long.valueOf(digits) : new BigDecimal(digits);
    }

    private Object word(String word, Object meaning) throws NotJson {
        if (!text.startsWith(word, at)) {
            throw new NotJson();
        }
        at += word.length();
        return meaning;
    }

    private Matcher take(Pattern pattern) throws NotJson {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new NotJson();
        }
        at = matcher.end();
        return matcher;
    }

    private boolean comes(char wanted) {
        space();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Optional<String> doubled;

        NotJson() {
            this(Optional.empty());
        }

        NotJson(Optional<String> doubled) {
            this.doubled = doubled;
        }
    }
}

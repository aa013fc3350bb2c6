package dev.paddock.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several texts, none of them empty. As text one a line, where {@code \n}, {@code \r}, {@code \t}
 * and {@code \\} stand for characters that cannot be typed there.
 *
 * @param most so many are allowed
 */
public record TextList(int most) implements Kind<List<String>> {
    private static final String ESCAPED = "\n\r\t\\";
    private static final String LETTERS = "nrt\\";

    @Override
    public Optional<List<String>> parse(String text) {
        var texts = text.lines().filter(line -> !line.isEmpty()).map(TextList::unescaped).toList();
        return Optional.of(texts).filter(this::allows);
    }

    @Override
    public String format(List<String> value) {
        return value.stream().map(TextList::escaped).collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<List<String>> fromJson(Object json) {
        if (json instanceof String text) {
            return Optional.of(List.of(text)).filter(this::allows);
        }
        if (!(json instanceof List<?> elements)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(List.copyOf(texts)).filter(this::allows);
    }

    @Override
    public Object toJson(List<String> value) {
        return value;
    }

    /** The engine takes an empty text for one that was found at once. */
    @Override
    public boolean allows(List<String> value) {
        return value.size() <= most && value.stream().noneMatch(String::isEmpty);
    }

    private static String escaped(String text) {
        var line = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = ESCAPED.indexOf(c);
            if (at < 0) {
                line.append(c);
            } else {
                line.append('\\').append(LETTERS.charAt(at));
            }
        }
        return line.toString();
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int at = c == '\\' && i + 1 < line.length() ? LETTERS.indexOf(line.charAt(i + 1)) : -1;
            text.append(at < 0 ? c : ESCAPED.charAt(at));
            i += at < 0 ? 0 : 1;
        }
        return text.toString();
    }
}

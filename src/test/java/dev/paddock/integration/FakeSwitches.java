package dev.paddock.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link FakeLlamaServer} is told to do wrong: words of the form {@code --name=value} or
 * {@code --name}, separated by white space. They stand in a file beside the launcher, because the
 * app alone decides the arguments.
 */
record FakeSwitches(Map<String, String> values) {
    static FakeSwitches parse(String words) {
        var values = new HashMap<String, String>();
        for (String word : words.strip().split("\\s+")) {
            if (word.startsWith("--")) {
                String[] parts = word.substring(2).split("=", 2);
                values.put(parts[0], parts.length == 2 ? parts[1] : "");
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException("no switch: " + word);
            }
        }
        return new FakeSwitches(Map.copyOf(values));
    }

    static FakeSwitches read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** A number, with K, M or G for powers of 1,000. */
    long number(String name, long otherwise) {
        return has(name) ? number(values.get(name)) : otherwise;
    }

    /** The part after the colon of {@code --name=word:part}, when the value has that word. */
    long after(String name, String word, long otherwise) {
        String value = text(name, "");
        if (!value.equals(word) && !value.startsWith(word + ":")) {
            return -1;
        }
        return value.length() > word.length()
                ? number(value.substring(word.length() + 1))
                : otherwise;
    }

    private static long number(String text) {
        int last = text.length() - 1;
        long scale =
                switch (text.charAt(last)) {
                    case 'K' -> 1_000L;
                    case 'M' -> 1_000_000L;
                    case 'G' -> 1_000_000_000L;
                    default -> 1L;
                };
        return scale * Long.parseLong(scale == 1 ? text : text.substring(0, last));
    }
}

package dev.paddock.ui.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All languages that code can be coloured in. Safe from any thread. */
public final class CodeLanguages {
    /** So much of a text is enough to guess its language by. */
    private static final int GUESSED_BY = 1_000;

    private final Map<String, CodeLanguage> byName;

    CodeLanguages(Map<String, CodeLanguage> byName) {
        this.byName = byName;
    }

    /** Reads the table, which takes some milliseconds the first time. */
    public static CodeLanguages load() {
        return Loaded.ALL;
    }

    Set<String> names() {
        return byName.keySet();
    }

    Set<CodeLanguage> all() {
        return byName.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The language of a block of code.
     *
     * @param fence the first word after its fence, perhaps empty
     * @param beginning of its text
     */
    public Optional<CodeLanguage> of(String fence, String beginning) {
        String name = name(fence);
        return name.isEmpty() ? guess(beginning) : Optional.ofNullable(byName.get(name));
    }

    /** Without what some put around it or behind it: {@code {.python}, js:app.js, ruby,line}. */
    private static String name(String fence) {
        String name = fence.toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < name.length() && "{.".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < name.length() && ":,;={}[]()\t".indexOf(name.charAt(end)) < 0) {
            end++;
        }
        return name.substring(start, end);
    }

    private Optional<CodeLanguage> guess(String text) {
        String beginning = text.substring(0, Math.min(text.length(), GUESSED_BY));
        List<CodeLanguage> fitting =
                all().stream()
                        .filter(it -> it.guess().isPresent())
                        .filter(it -> it.guess().get().matcher(beginning).find())
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** Read when it is first wanted. */
    private static final class Loaded {
        private static final CodeLanguages ALL = LanguageTable.read();
    }
}

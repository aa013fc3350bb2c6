package dev.paddock.ui.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The languages to choose from: those an index lists, whatever the system speaks. */
public final class Languages {
    private static final String BUNDLED = "languages.txt";

    private final List<Language> all;

    private Languages(List<Language> all) {
        this.all = all;
    }

    /** Those that come with the app. */
    public static Languages bundled() {
        return listed(BUNDLED);
    }

    /**
     * @param index a file beside the bundles: one tag a line, the usual language first; lines that
     *     begin with # are comments
     */
    public static Languages listed(String index) {
        try (var in = Languages.class.getResourceAsStream("/dev/paddock/" + index)) {
            var text =
                    new String(
                            Objects.requireNonNull(in, index).readAllBytes(),
                            StandardCharsets.UTF_8);
            return new Languages(
                    text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(Language::new)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(index, unreadable);
        }
    }

    public List<Language> all() {
        return all;
    }

    /** The one of the app while nothing is chosen. */
    public Language usual() {
        return all.getFirst();
    }

    /** Empty where nothing is chosen, or what is not there (any more). */
    Optional<Language> find(Optional<String> tag) {
        return all.stream().filter(each -> tag.equals(Optional.of(each.tag()))).findFirst();
    }

    /** The chosen one, and otherwise the usual one. */
    public Language chosen(Optional<String> tag) {
        return find(tag).orElseGet(this::usual);
    }
}

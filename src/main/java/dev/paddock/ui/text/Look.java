package dev.paddock.ui.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One thing that makes a run of text look different. */
public enum Look {
    STRONG,
    EMPHASIS,
    CODE,
    STRIKE,
    UNDERLINE,
    /** As with a marker pen. */
    MARK,
    /** The name of a key. */
    KEY,
    SUBSCRIPT,
    SUPERSCRIPT;

    private static final Map<String, Look> TAGS =
            Map.ofEntries(
                    Map.entry("b", STRONG),
                    Map.entry("strong", STRONG),
                    Map.entry("i", EMPHASIS),
                    Map.entry("em", EMPHASIS),
                    Map.entry("code", CODE),
                    Map.entry("s", STRIKE),
                    Map.entry("del", STRIKE),
                    Map.entry("u", UNDERLINE),
                    Map.entry("ins", UNDERLINE),
                    Map.entry("mark", MARK),
                    Map.entry("kbd", KEY),
                    Map.entry("sub", SUBSCRIPT),
                    Map.entry("sup", SUPERSCRIPT));

    /** What the HTML element {@code name} gives its text, if that is all it does. */
    static Optional<Look> ofElement(String name) {
        return Optional.ofNullable(TAGS.get(name.toLowerCase(Locale.ROOT)));
    }
}

package dev.paddock.settings;

import java.util.Optional;

/**
 * How the window looks and speaks.
 *
 * @param language its tag, such as {@code en}; empty for the usual one
 * @param zoom of everything in the window
 */
public record Presentation(
        Appearance appearance, Optional<String> language, Zoom zoom, CodeDisplay code) {
    public static final Presentation DEFAULT =
            new Presentation(Appearance.SYSTEM, Optional.empty(), Zoom.USUAL, CodeDisplay.DEFAULT);

    public Presentation with(Appearance chosen) {
        return new Presentation(chosen, language, zoom, code);
    }

    public Presentation withLanguage(String tag) {
        return new Presentation(appearance, Optional.of(tag), zoom, code);
    }

    public Presentation with(Zoom chosen) {
        return new Presentation(appearance, language, chosen, code);
    }

    public Presentation with(CodeDisplay chosen) {
        return new Presentation(appearance, language, zoom, chosen);
    }
}

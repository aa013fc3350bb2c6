package dev.paddock.settings;

import java.util.Optional;

/**
 * How the window looks and speaks.
 *
 * @param language its tag, such as {@code en}; empty for the usual one
 * @param zoom of everything in the window
 */
public record Presentation(Appearance appearance, Optional<String> language, Zoom zoom) {
    public static final Presentation DEFAULT =
            new Presentation(Appearance.SYSTEM, Optional.empty(), Zoom.USUAL);
}

package dev.paddock.settings;

import java.util.Optional;

/**
 * How the window looks and speaks.
 *
 * @param language its tag, such as {@code en}; empty for the usual one
 * @param zoom of everything in the window
 * @param notifies whether the system tells of long answers that end while another window is in
 *     front
 */
public record Presentation(
        Appearance appearance,
        Optional<String> language,
        Zoom zoom,
        CodeDisplay code,
        boolean notifies) {
    public static final Presentation DEFAULT =
            new Presentation(
                    Appearance.SYSTEM, Optional.empty(), Zoom.USUAL, CodeDisplay.DEFAULT, true);

    public Presentation with(Appearance chosen) {
        return new Presentation(chosen, language, zoom, code, notifies);
    }

    public Presentation withLanguage(String tag) {
        return new Presentation(appearance, Optional.of(tag), zoom, code, notifies);
    }

    public Presentation with(Zoom chosen) {
        return new Presentation(appearance, language, chosen, code, notifies);
    }

    public Presentation with(CodeDisplay chosen) {
        return new Presentation(appearance, language, zoom, chosen, notifies);
    }

    public Presentation withNotifies(boolean on) {
        return new Presentation(appearance, language, zoom, code, on);
    }
}

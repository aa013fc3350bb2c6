package dev.paddock.ui.text;

/** How a run of text looks. */
public record Style(boolean strong, boolean emphasis, boolean code, boolean strike) {
    public static final Style PLAIN = new Style(false, false, false, false);

    Style asStrong() {
        return new Style(true, emphasis, code, strike);
    }

    Style asEmphasis() {
        return new Style(strong, true, code, strike);
    }

    Style asCode() {
        return new Style(strong, emphasis, true, strike);
    }

    Style asStrike() {
        return new Style(strong, emphasis, code, true);
    }

    Style and(Style other) {
        return new Style(
                strong || other.strong,
                emphasis || other.emphasis,
                code || other.code,
                strike || other.strike);
    }
}

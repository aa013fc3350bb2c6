package dev.paddock.ui.text;

/**
 * How a run of text looks.
 *
 * @param token what it is within a block of code; plain elsewhere
 */
public record Style(
        boolean strong, boolean emphasis, boolean code, boolean strike, TokenKind token) {
    public static final Style PLAIN = new Style(false, false, false, false, TokenKind.PLAIN);

    Style asStrong() {
        return new Style(true, emphasis, code, strike, token);
    }

    Style asEmphasis() {
        return new Style(strong, true, code, strike, token);
    }

    Style asCode() {
        return new Style(strong, emphasis, true, strike, token);
    }

    Style asStrike() {
        return new Style(strong, emphasis, code, true, token);
    }

    Style as(TokenKind kind) {
        return kind == token ? this : new Style(strong, emphasis, code, strike, kind);
    }

    Style and(Style other) {
        return new Style(
                strong || other.strong,
                emphasis || other.emphasis,
                code || other.code,
                strike || other.strike,
                token);
    }
}

package dev.paddock.ui.text;

/**
 * How a run of text looks.
 *
 * @param looks a bit for each {@link Look}, by its ordinal: styles are compared for every run
 * @param token what it is within a block of code; plain elsewhere
 */
public record Style(int looks, TokenKind token) {
    public static final Style PLAIN = new Style(0, TokenKind.PLAIN);

    public boolean is(Look look) {
        return (looks & bit(look)) != 0;
    }

    Style with(Look look) {
        return is(look) ? this : new Style(looks | bit(look), token);
    }

    Style as(TokenKind kind) {
        return kind == token ? this : new Style(looks, kind);
    }

    Style and(Style other) {
        return other.looks == 0 ? this : new Style(looks | other.looks, token);
    }

    private static int bit(Look look) {
        return 1 << look.ordinal();
    }
}

package dev.paddock.ui.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a run of text looks.
 *
 * @param token what it is within a block of code; plain elsewhere
 */
public record Style(Set<Look> looks, TokenKind token) {
    public static final Style PLAIN = new Style(Set.of(), TokenKind.PLAIN);

    public Style {
        looks = Set.copyOf(looks);
    }

    public boolean is(Look look) {
        return looks.contains(look);
    }

    Style with(Look look) {
        return is(look) ? this : and(new Style(Set.of(look), TokenKind.PLAIN));
    }

    Style as(TokenKind kind) {
        return kind == token ? this : new Style(looks, kind);
    }

    Style and(Style other) {
        if (other.looks.isEmpty()) {
            return this;
        }
        var both = EnumSet.copyOf(other.looks);
        both.addAll(looks);
        return new Style(both, token);
    }
}

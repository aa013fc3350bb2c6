package dev.paddock.ui.text;

import java.util.EnumSet;
import java.util.Set;

/** What opens and closes a literal or a comment. */
record Delimiter(String open, String close, TokenKind kind, Set<Trait> traits) {
    /** How it is read. */
    enum Trait {
        /** It may go on in the next line. */
        LINES,
        /** A backslash takes the next character's meaning. */
        ESCAPES,
        /** Another one within it has to be closed, too. */
        NESTS
    }

    static Delimiter of(String open, String close, TokenKind kind, Trait... traits) {
        var all = EnumSet.noneOf(Trait.class);
        all.addAll(Set.of(traits));
        return new Delimiter(open, close, kind, all);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}

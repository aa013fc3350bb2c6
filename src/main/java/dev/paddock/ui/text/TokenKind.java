package dev.paddock.ui.text;

import java.util.List;

/** What a part of code is, for its colour. */
public enum TokenKind {
    PLAIN,
    KEYWORD,
    /** Types, and words with a meaning of their own such as {@code true}. */
    TYPE,
    STRING,
    NUMBER,
    COMMENT,
    /** Annotations, directives, variables of a shell: what begins with a sign. */
    META,
    /** What is named: a tag, a key, a heading. */
    NAME,
    ADDED,
    REMOVED;

    private static final List<TokenKind> ALL = List.of(values());

    byte code() {
        return (byte) ordinal();
    }

    static TokenKind of(byte code) {
        return ALL.get(code);
    }
}

package dev.paddock.ui.words;

import java.util.Locale;

/**
 * A language there are words for.
 *
 * @param tag as BCP 47 has it, such as {@code en} or {@code pt-BR}
 */
public record Language(String tag) {
    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** As its own speakers write it. */
    public String ownName() {
        String name = locale().getDisplayName(locale());
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }
}

package dev.paddock.app;

import dev.paddock.ui.words.Words;

/** The command line cannot be understood. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    UsageException(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    String sentence(Words words) {
        return words.of(key, values);
    }
}

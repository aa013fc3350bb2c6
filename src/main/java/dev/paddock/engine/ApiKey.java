package dev.paddock.engine;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What a server asks for before it answers. */
public record ApiKey(String text) {
    private static final int BYTES = 32;

    /** A new one nobody can guess. */
    static ApiKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ApiKey(HexFormat.of().formatHex(bytes));
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ApiKey";
    }
}

package dev.paddock.engine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key with which other computers reach a shared engine. Kept between runs, unlike the app's
 * own.
 *
 * @param text 16 to 128 letters, digits, dashes or underscores: it travels in a list with commas
 * @throws IllegalArgumentException from the constructor for any other text
 */
public record NetworkKey(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final int BYTES = 24;

    public NetworkKey {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException("not a key");
        }
    }

    /** A new one nobody can guess. */
    public static NetworkKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new NetworkKey(HexFormat.of().formatHex(bytes));
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "NetworkKey";
    }
}

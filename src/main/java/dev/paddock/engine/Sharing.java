package dev.paddock.engine;

import java.util.Optional;

/**
 * Whether other computers may reach the engine. Switched off it keeps its key for the next time.
 *
 * @param on listen on every network of this computer, not on 127.0.0.1 alone
 * @param key what the others have to send; there always is one while {@code on}
 */
public record Sharing(boolean on, Optional<NetworkKey> key) {
    public static final Sharing OFF = new Sharing(false, Optional.empty());

    public Sharing {
        if (on && key.isEmpty()) {
            throw new IllegalArgumentException("shared without a key");
        }
    }

    /** Makes a key the first time. */
    public Sharing switched(boolean wanted) {
        return new Sharing(wanted, wanted ? key.or(() -> Optional.of(NetworkKey.random())) : key);
    }

    /** Whoever has the old key is shut out from the next start on. */
    public Sharing renewed() {
        return new Sharing(on, Optional.of(NetworkKey.random()));
    }
}

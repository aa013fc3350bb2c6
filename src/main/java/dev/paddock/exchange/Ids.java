package dev.paddock.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids and times as they stand in files. */
final class Ids {
    private Ids() {}

    static Optional<UUID> of(Optional<String> text) {
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}

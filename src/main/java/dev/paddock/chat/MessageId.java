package dev.paddock.chat;

import java.util.UUID;

/** Identifies a message for good. */
public record MessageId(UUID value) {
    public static MessageId random() {
        return new MessageId(UUID.randomUUID());
    }
}

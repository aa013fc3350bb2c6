package dev.paddock.chat;

import java.util.UUID;

/** Identifies a conversation for good. */
public record ConversationId(UUID value) {
    public static ConversationId random() {
        return new ConversationId(UUID.randomUUID());
    }
}

package dev.paddock.chat;

/** Who speaks. The system prompt is a property of the conversation, not a message. */
public enum Role {
    USER,
    ASSISTANT
}

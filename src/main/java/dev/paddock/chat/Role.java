package dev.paddock.chat;

/** Who speaks. */
public enum Role {
    /** The app, in the middle of a conversation; what stands at its beginning is its prompt. */
    SYSTEM,
    USER,
    ASSISTANT,
    /** The results of tools that an answer asked for. */
    TOOL
}

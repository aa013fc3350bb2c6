package dev.paddock.chat;

import java.time.Instant;

/**
 * A conversation without its messages.
 *
 * @param titleChosen whether a person named it; otherwise the first message does
 * @param updated when a message was last added
 */
public record Conversation(
        ConversationId id,
        String title,
        boolean titleChosen,
        String systemPrompt,
        Sampling sampling,
        Instant created,
        Instant updated) {
    /** A new one, titled {@code title} until its first message names it. */
    public static Conversation untitled(String title, Instant now) {
        return new Conversation(
                ConversationId.random(), title, false, "", Sampling.DEFAULT, now, now);
    }

    public Conversation titled(String newTitle, boolean chosen) {
        return new Conversation(id, newTitle, chosen, systemPrompt, sampling, created, updated);
    }

    public Conversation with(String newSystemPrompt, Sampling newSampling) {
        return new Conversation(
                id, title, titleChosen, newSystemPrompt, newSampling, created, updated);
    }

    public Conversation touched(Instant now) {
        return new Conversation(id, title, titleChosen, systemPrompt, sampling, created, now);
    }
}

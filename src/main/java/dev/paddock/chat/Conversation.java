package dev.paddock.chat;

import dev.paddock.option.Options;

import java.time.Instant;

/**
 * A conversation without its messages.
 *
 * @param titleChosen whether a person named it; otherwise the first message does
 * @param options what is set for its answers alone
 * @param updated when a message was last added
 */
public record Conversation(
        ConversationId id,
        String title,
        boolean titleChosen,
        String systemPrompt,
        Options options,
        Instant created,
        Instant updated) {
    /** A new one, titled {@code title} until its first message names it. */
    public static Conversation untitled(String title, Instant now) {
        return new Conversation(ConversationId.random(), title, false, "", Options.EMPTY, now, now);
    }

    public Conversation titled(String newTitle, boolean chosen) {
        return new Conversation(id, newTitle, chosen, systemPrompt, options, created, updated);
    }

    public Conversation with(String newSystemPrompt, Options newOptions) {
        return new Conversation(
                id, title, titleChosen, newSystemPrompt, newOptions, created, updated);
    }

    /** Another one that its next messages ask for the same way. */
    Conversation copy(String newTitle, Instant now) {
        var id = ConversationId.random();
        return new Conversation(id, newTitle, true, systemPrompt, options, now, now);
    }

    public Conversation touched(Instant now) {
        return new Conversation(id, title, titleChosen, systemPrompt, options, created, now);
    }
}

package dev.paddock.chat;

import dev.paddock.chat.ChatRequest.Turn;

import java.util.ArrayList;
import java.util.List;

/** Turns a branch into what the engine is asked. */
final class Requests {
    private Requests() {}

    /**
     * Answers without text are left out. Questions that then follow each other become one, because
     * many chat templates refuse two turns of the same speaker.
     */
    static ChatRequest of(Conversation conversation, List<Message> branch) {
        var turns = new ArrayList<Turn>();
        for (var message : branch) {
            if (message.content().isBlank()) {
                continue;
            }
            var before = turns.isEmpty() ? null : turns.getLast();
            if (before != null && before.role() == message.role()) {
                turns.removeLast();
                turns.add(new Turn(message.role(), before.content() + "\n\n" + message.content()));
            } else {
                turns.add(new Turn(message.role(), message.content()));
            }
        }
        return new ChatRequest(conversation.systemPrompt(), turns, conversation.sampling());
    }
}

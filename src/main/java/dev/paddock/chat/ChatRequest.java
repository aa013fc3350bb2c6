package dev.paddock.chat;

import java.util.List;

/**
 * One question with everything before it.
 *
 * @param turns oldest first, the question last
 */
public record ChatRequest(String systemPrompt, List<Turn> turns, Sampling sampling) {
    public ChatRequest {
        turns = List.copyOf(turns);
    }

    /** One message as the engine sees it. */
    public record Turn(Role role, String content) {}
}

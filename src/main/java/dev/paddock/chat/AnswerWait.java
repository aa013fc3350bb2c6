package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.PromptProgress;

import java.util.Optional;

/**
 * What an answer waits for before its first text.
 *
 * @param ahead answers of this app that have to end before it gets a slot
 * @param read how far the engine has read the prompt; empty until it says so
 */
public record AnswerWait(int ahead, Optional<PromptProgress> read) {
    public static final AnswerWait UNTOLD = new AnswerWait(0, Optional.empty());
}

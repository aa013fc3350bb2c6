package dev.paddock.chat;

/** What arrives while an answer is streamed. */
public sealed interface ChatEvent {
    /**
     * The engine is reading the prompt: {@code processed} of {@code total} tokens, of which the
     * slot still held {@code cached}; the others took {@code millis} up to now.
     */
    record PromptProgress(int processed, int total, int cached, int millis) implements ChatEvent {}

    /** More of the model's reasoning, a token as a rule. */
    record Reasoning(String delta) implements ChatEvent {}

    /** More of the answer, a token as a rule. */
    record Content(String delta) implements ChatEvent {}

    /** The end, with what the engine tells of it: without it an answer is not complete. */
    record Finished(FinishReason reason, AnswerStatistics statistics) implements ChatEvent {}

    /** Why an answer that nobody stopped has ended. */
    enum FinishReason {
        /** The model said so. */
        STOP,
        /** One of the stop sequences came. */
        STOP_WORD,
        /** The maximum of tokens was reached. */
        LENGTH,
        /** The context was full. */
        CONTEXT_FULL,
        /** The model asks for tools. */
        TOOL_CALLS
    }
}

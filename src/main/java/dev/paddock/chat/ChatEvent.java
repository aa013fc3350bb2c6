package dev.paddock.chat;

/** What arrives while an answer is streamed. */
public sealed interface ChatEvent {
    /** The engine is reading the prompt: {@code processed} of {@code total} tokens. */
    record PromptProgress(int processed, int total) implements ChatEvent {}

    /** More of the model's reasoning. */
    record Reasoning(String delta) implements ChatEvent {}

    /** More of the answer. */
    record Content(String delta) implements ChatEvent {}

    /** The engine's figures up to now; those of the end come with {@link Finished}. */
    record Measured(AnswerStatistics soFar) implements ChatEvent {}

    /** The end. Without it an answer is not complete. */
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

package dev.paddock.chat;

/** What arrives while an answer is streamed. */
public sealed interface ChatEvent {
    /** The engine is reading the prompt: {@code processed} of {@code total} tokens. */
    record PromptProgress(int processed, int total) implements ChatEvent {}

    /** More of the model's reasoning. */
    record Reasoning(String delta) implements ChatEvent {}

    /** More of the answer. */
    record Content(String delta) implements ChatEvent {}

    /** The end. Without it an answer is not complete. */
    record Finished(FinishReason reason, AnswerStatistics statistics) implements ChatEvent {}

    /** Why the engine ended the answer. */
    enum FinishReason {
        /** The model said so. */
        STOP,
        /** The context or the maximum of tokens was reached. */
        LENGTH
    }
}

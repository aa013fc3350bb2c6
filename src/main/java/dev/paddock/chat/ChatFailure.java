package dev.paddock.chat;

/** Why an answer could not be had or not be finished. Words are kept elsewhere, in one place. */
public sealed interface ChatFailure {
    /** No engine is ready. */
    record EngineNotReady() implements ChatFailure {}

    /** The connection broke, most often because the engine ended. */
    record ConnectionLost(String detail) implements ChatFailure {}

    /** The conversation does not fit into a slot. */
    record ContextOverflow(int promptTokens, int contextPerSlot) implements ChatFailure {}

    /**
     * The slots share one KV cache, and it filled up while they answered: all of them stop then.
     */
    record ContextFull() implements ChatFailure {}

    /** The engine did not accept our key. */
    record Unauthorized() implements ChatFailure {}

    /** The engine answered with an error. */
    record Rejected(int status, String engineSays) implements ChatFailure {}

    /** The stream held something that is not an event, or ended without an end. */
    record BrokenStream(String detail) implements ChatFailure {}

    /** The history could not be written, so nothing was sent. */
    record NotSaved(HistoryException.Kind kind, String detail) implements ChatFailure {}
}

package dev.paddock.chat;

import java.time.Duration;

/** Why an answer could not be had or not be finished. Words are kept elsewhere, in one place. */
public sealed interface ChatFailure {
    /** No engine is ready. */
    record EngineNotReady() implements ChatFailure {}

    record ConnectionLost(Loss how) implements ChatFailure {}

    /** How a connection ends too early. */
    enum Loss {
        /** Nobody takes connections any more. */
        REFUSED,
        /** Nothing came for too long. */
        TIMED_OUT,
        /** In the middle, though the engine goes on. */
        BROKEN,
        /** The engine ended by itself, or something else ended it. */
        ENGINE_ENDED,
        /** The engine is being stopped, and not by a person. */
        ENGINE_STOPPING,
        /** The person stopped or restarted the engine. */
        ENGINE_STOPPED,
        /** Another engine runs in its place by now. */
        ENGINE_REPLACED,
        /** Paddock itself is being closed. */
        APP_CLOSED,
        /** The person deleted the conversation; the answer is seen again if that is undone. */
        CONVERSATION_DELETED,
        /** Another history took the place of the one it was kept in. */
        HISTORY_REPLACED
    }

    /** The conversation does not fit into a slot. */
    record ContextOverflow(int promptTokens, int contextPerSlot) implements ChatFailure {}

    /**
     * The slots share one KV cache, and it filled up while they answered: all of them stop then.
     */
    record ContextFull() implements ChatFailure {}

    /** The engine did not accept our key. */
    record Unauthorized() implements ChatFailure {}

    /**
     * The engine answered with an error.
     *
     * @param engineSays empty when it sent a status alone
     */
    record Rejected(int status, String engineSays) implements ChatFailure {}

    /**
     * The reply was none.
     *
     * @param engineSays the beginning of what cannot be understood; empty when it is of no use
     */
    record BrokenStream(Fault fault, String engineSays) implements ChatFailure {
        public BrokenStream(Fault fault) {
            this(fault, "");
        }
    }

    /** What is wrong with a reply. */
    enum Fault {
        /** Something that is not an event. */
        NOT_AN_EVENT,
        /** An event longer than any answer. */
        EVENT_TOO_LONG,
        /** It ended before the answer did. */
        ENDED_EARLY,
        /** Paddock itself failed at it; the log tells how. */
        DEFECT
    }

    /**
     * The graphics card is gone that the engine computes on. Until it is restarted it answers
     * nothing more, though it lives.
     */
    record DeviceLost(String engineSays) implements ChatFailure {}

    /** It took longer than it was to. */
    record TimeLimit(Duration limit) implements ChatFailure {}

    /** The history could not be written, so nothing was sent. */
    record NotSaved(HistoryFailure why) implements ChatFailure {}

    /** The conversation has been closed meanwhile, so nothing was sent. */
    record ConversationClosed() implements ChatFailure {}
}

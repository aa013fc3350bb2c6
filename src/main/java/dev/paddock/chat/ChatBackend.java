package dev.paddock.chat;

import java.util.Optional;
import java.util.function.Consumer;

/** Port: streams answers from whatever engine is ready. */
public interface ChatBackend {
    /** The name of the model that would answer now; empty when no engine is ready. */
    Optional<String> model();

    /**
     * Opens a stream; returns at once without I/O.
     *
     * @throws ChatFailedException when no engine is ready
     */
    Stream open(ChatRequest request) throws ChatFailedException;

    /** One answer on its way. */
    interface Stream {
        /**
         * Sends the request and calls {@code sink} for each event, on the calling thread, until
         * {@link ChatEvent.Finished} was delivered or {@link #cancel} was called. Blocks; may wait
         * long for a free slot.
         *
         * @throws ChatFailedException when the answer could not be finished
         */
        void run(Consumer<ChatEvent> sink) throws ChatFailedException;

        /** Ends it from any thread: {@link #run} returns soon, without a further event. */
        void cancel();
    }
}

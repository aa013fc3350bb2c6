package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;

import java.util.function.Consumer;

/** Port: streams answers from the servers there are connections to. */
public interface ChatBackend {
    /**
     * Settles who answers; returns at once without I/O.
     *
     * @throws ChatFailedException when nobody would answer there now
     */
    Stream open(ConnectionId connection, ChatRequest request) throws ChatFailedException;

    /** One answer on its way. */
    interface Stream {
        /** Who answers; should another server take its place meanwhile, {@link #run} fails. */
        ServerInfo server();

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

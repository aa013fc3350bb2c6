package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

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

        /**
         * How many answers to this app have to end before the server has a slot for this one; 0
         * where it has one, and where that is not known.
         */
        default Observable<Integer> ahead() {
            return new Signal<>(0);
        }

        /** Ends it from any thread: {@link #run} returns soon, without a further event. */
        void cancel();
    }
}

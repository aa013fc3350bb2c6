package dev.paddock.llama.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The open streams to one server, oldest first. Its slots go to them in this order, so each is told
 * how many have to end before it gets one. Safe from any thread.
 */
final class OpenChats {
    /** A server has not yet noticed the end of a stream that ended later than this ago. */
    private static final Duration LATELY = Duration.ofMillis(100);

    private final List<ChatStream> streams = new ArrayList<>();
    private Optional<Long> endedNanos = Optional.empty();

    synchronized List<ChatStream> all() {
        return List.copyOf(streams);
    }

    /** Whether one has just ended. */
    synchronized boolean endedLately() {
        return endedNanos.filter(nanos -> System.nanoTime() - nanos < LATELY.toNanos()).isPresent();
    }

    void add(ChatStream stream) {
        synchronized (this) {
            streams.add(stream);
            place();
        }
        all().forEach(ChatStream::tellPlace);
    }

    void remove(ChatStream stream) {
        synchronized (this) {
            streams.remove(stream);
            endedNanos = Optional.of(System.nanoTime());
            place();
        }
        all().forEach(ChatStream::tellPlace);
    }

    private void place() {
        for (int i = 0; i < streams.size(); i++) {
            var stream = streams.get(i);
            stream.place(Math.max(0, i + 1 - Math.max(1, stream.server().slots())));
        }
    }
}

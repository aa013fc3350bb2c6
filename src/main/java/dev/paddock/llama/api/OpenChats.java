package dev.paddock.llama.api;

import java.util.ArrayList;
import java.util.List;

/**
 * The open streams to one server, oldest first. Its slots go to them in this order, so each is told
 * how many have to end before it gets one. Safe from any thread.
 */
final class OpenChats {
    private final List<ChatStream> streams = new ArrayList<>();

    synchronized List<ChatStream> all() {
        return List.copyOf(streams);
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

package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;

import java.util.ArrayList;
import java.util.List;

/** A session that runs on the test's own thread; scripts act in the middle of a stream. */
abstract class SessionOnOneThread {
    final List<String> log = new ArrayList<>();
    final MemoryHistory history = new MemoryHistory(log);
    final ScriptedBackend backend = new ScriptedBackend(log);
    final ManualTime time = new ManualTime();
    final ChatTools tools =
            new ChatTools(history, backend, ConnectionId.LOCAL, time, Runnable::run, time);
    final ChatSession session = new Conversations(tools, "Untitled").create();

    SessionState now() {
        return session.state().value();
    }

    Message answer() {
        return now().messages().getLast();
    }
}

package dev.paddock.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversations that are open: those where something goes on, and some that were. */
final class OpenSessions {
    /** Idle conversations kept open, so that going back to one is instant. */
    private static final int IDLE_OPEN = 8;

    /** Least recently opened first. */
    private final Map<ConversationId, ChatSession> open = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void put(ChatSession session) {
        open.put(session.id(), session);
        int surplus = open.size() - IDLE_OPEN;
        var idle = open.values().iterator();
        while (surplus > 0 && idle.hasNext()) {
            if (idle.next().idle()) {
                idle.remove();
            }
            surplus--;
        }
    }

    synchronized Optional<ChatSession> find(ConversationId id) {
        return Optional.ofNullable(open.get(id));
    }

    synchronized List<ChatSession> all() {
        return List.copyOf(open.values());
    }

    synchronized void remove(ConversationId id) {
        open.remove(id);
    }
}

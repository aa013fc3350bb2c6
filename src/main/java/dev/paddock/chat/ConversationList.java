package dev.paddock.chat;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kept conversations in memory, newest first. */
final class ConversationList {
    private static final Comparator<Conversation> NEWEST_FIRST =
            Comparator.comparing(Conversation::updated).reversed();

    private final Signal<List<Conversation>> all = new Signal<>(List.of());
    private final Signal<Set<ConversationId>> answering = new Signal<>(Set.of());

    Observable<List<Conversation>> all() {
        return all;
    }

    Observable<Set<ConversationId>> answering() {
        return answering;
    }

    Optional<Conversation> find(ConversationId id) {
        return all.value().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    synchronized void replaceAll(List<Conversation> conversations) {
        all.set(List.copyOf(conversations));
    }

    /** Adds it, or replaces the one with its id. */
    synchronized void put(Conversation conversation) {
        if (all.value().contains(conversation)) {
            return;
        }
        var next = new ArrayList<>(all.value());
        next.removeIf(one -> one.id().equals(conversation.id()));
        next.addFirst(conversation);
        next.sort(NEWEST_FIRST);
        all.set(List.copyOf(next));
    }

    synchronized void remove(ConversationId id) {
        all.set(all.value().stream().filter(one -> !one.id().equals(id)).toList());
    }

    synchronized void answering(ConversationId id, boolean now) {
        if (answering.value().contains(id) == now) {
            return;
        }
        var next = new HashSet<>(answering.value());
        if (now) {
            next.add(id);
        } else {
            next.remove(id);
        }
        answering.set(Set.copyOf(next));
    }
}

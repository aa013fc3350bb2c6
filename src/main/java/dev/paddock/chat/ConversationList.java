package dev.paddock.chat;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The kept conversations in memory, newest first. */
final class ConversationList {
    private static final Comparator<Conversation> NEWEST_FIRST =
            Comparator.comparing(Conversation::updated).reversed();

    private final Signal<List<Conversation>> all = new Signal<>(List.of());
    private final Signal<Set<ConversationId>> answering = new Signal<>(Set.of());
    private final Signal<Map<ConversationId, Activity>> activities = new Signal<>(Map.of());

    /** The answers that are on their way. */
    private final Map<ConversationId, MessageId> live = new ConcurrentHashMap<>();

    private final QueueHold hold = new QueueHold();

    /** What a session that hears late of its end must not bring back. */
    private final Set<ConversationId> removed = ConcurrentHashMap.newKeySet();

    Observable<List<Conversation>> all() {
        return all;
    }

    Observable<Set<ConversationId>> answering() {
        return answering;
    }

    /** Of those where something goes on, or went on unseen. */
    Observable<Map<ConversationId, Activity>> activities() {
        return activities;
    }

    /** Told every state of every session. */
    void follow(SessionState state) {
        var id = state.conversation().id();
        if (!state.messages().isEmpty()) {
            put(state.conversation());
        }
        answering(id, state.busy());
        state.live().ifPresent(answer -> live.put(id, answer.id()));
        if (!state.busy()) {
            var ended = Optional.ofNullable(live.remove(id));
            state.messages().reversed().stream()
                    .filter(one -> ended.equals(Optional.of(one.id())))
                    .map(Message::status)
                    .findFirst()
                    .ifPresent(how -> activity(id, now -> now.unseen(Optional.of(how))));
        }
    }

    void seen(ConversationId id) {
        activity(id, now -> now.unseen(Optional.empty()));
    }

    /** Of one that is opened. */
    MessageQueue queue(ConversationId id, Drafts drafts) {
        return new MessageQueue(id, drafts, hold, count -> queued(id, count));
    }

    QueueHold hold() {
        return hold;
    }

    void queued(ConversationId id, int count) {
        activity(id, now -> now.queued(count));
    }

    private void activity(ConversationId id, UnaryOperator<Activity> change) {
        activities.update(
                before -> {
                    var was = before.getOrDefault(id, Activity.NONE);
                    var is = removed.contains(id) ? Activity.NONE : change.apply(was);
                    if (was.equals(is)) {
                        return before;
                    }
                    var next = new HashMap<>(before);
                    if (is.equals(Activity.NONE)) {
                        next.remove(id);
                    } else {
                        next.put(id, is);
                    }
                    return Map.copyOf(next);
                });
    }

    Optional<Conversation> find(ConversationId id) {
        return all.value().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    void replaceAll(List<Conversation> conversations) {
        conversations.forEach(one -> removed.remove(one.id()));
        all.update(_ -> List.copyOf(conversations));
    }

    /** Adds it, or replaces the one with its id. */
    void put(Conversation conversation) {
        all.update(now -> removed.contains(conversation.id()) ? now : with(now, conversation));
    }

    void remove(ConversationId id) {
        removed.add(id);
        all.update(now -> now.stream().filter(one -> !one.id().equals(id)).toList());
        answering(id, false);
    }

    void answering(ConversationId id, boolean now) {
        activity(id, before -> before.answering(now));
        answering.update(
                before -> {
                    boolean is = now && !removed.contains(id);
                    return before.contains(id) == is ? before : switched(before, id, is);
                });
    }

    private static List<Conversation> with(List<Conversation> before, Conversation conversation) {
        if (before.contains(conversation)) {
            return before;
        }
        var next = new ArrayList<>(before);
        next.removeIf(one -> one.id().equals(conversation.id()));
        next.addFirst(conversation);
        next.sort(NEWEST_FIRST);
        return List.copyOf(next);
    }

    private static Set<ConversationId> switched(
            Set<ConversationId> before, ConversationId id, boolean now) {
        var next = new HashSet<>(before);
        if (now) {
            next.add(id);
        } else {
            next.remove(id);
        }
        return Set.copyOf(next);
    }
}

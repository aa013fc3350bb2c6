package dev.paddock.chat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was written and not sent, one text for each conversation and one for the next new one, which
 * has no lasting name yet. On the disk {@link #GATHERING} after a change, in one write for all that
 * came meanwhile. Safe from any thread.
 */
public final class Drafts {
    static final Duration GATHERING = Duration.ofSeconds(1);

    /** The next new conversation. */
    private static final String NEW = "new";

    /** Parts the name of a conversation from that of something in it. */
    private static final String WITHIN = "/";

    private static final String QUEUE = WITHIN + "queue" + WITHIN;

    private final DraftStore store;
    private final DelayedExecutor later;

    /** Held while they are written. */
    private final ReentrantLock writing = new ReentrantLock();

    private Map<String, String> written;

    /** Guarded by this, as the two below. */
    private final Map<String, String> texts;

    private final Set<String> deleted = new HashSet<>();

    private boolean scheduled;

    /** Reads what was kept. */
    Drafts(DraftStore store, DelayedExecutor later) {
        this.store = store;
        this.later = later;
        written = Map.copyOf(store.load());
        texts = new HashMap<>(written);
    }

    /** Of this conversation; empty without one. */
    public synchronized String of(ChatSession conversation) {
        return texts.getOrDefault(name(conversation), "");
    }

    /** Of one that the history has. */
    public synchronized String of(ConversationId kept) {
        return texts.getOrDefault(name(kept), "");
    }

    /** Replaces it; returns at once. */
    public void put(ChatSession conversation, String text) {
        put(name(conversation), text);
    }

    /** As {@link #put(ChatSession, String)}, of one that the history has. */
    public void put(ConversationId kept, String text) {
        put(name(kept), text);
    }

    /** What a person makes of a message; empty where nothing else than it is. */
    public synchronized String of(ConversationId kept, MessageId message) {
        return texts.getOrDefault(name(kept, message), "");
    }

    /** As {@link #put(ConversationId, String)}, of what a person makes of a message. */
    public void put(ConversationId kept, MessageId message, String text) {
        put(name(kept, message), text);
    }

    /** What is to be sent in a conversation, the next first. */
    synchronized List<QueuedMessage> queued(ConversationId conversation) {
        var prefix = name(conversation) + QUEUE;
        return texts.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .map(
                        one ->
                                new QueuedMessage(
                                        Long.parseLong(one.getKey().substring(prefix.length())),
                                        one.getValue()))
                .sorted(Comparator.comparing(QueuedMessage::number))
                .toList();
    }

    /** How many messages wait to be sent, of those conversations where some do. */
    synchronized Map<ConversationId, Integer> queues() {
        var counts = new HashMap<ConversationId, Integer>();
        for (var name : texts.keySet()) {
            if (name.contains(QUEUE)) {
                var id = new ConversationId(UUID.fromString(conversation(name)));
                counts.merge(id, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Keeps it; an empty text is forgotten. */
    void putQueued(ConversationId conversation, long number, String text) {
        put(name(conversation) + QUEUE + number, text);
    }

    private void put(String name, String text) {
        synchronized (this) {
            if (texts.getOrDefault(name, "").equals(text)) {
                return;
            }
            if (text.isEmpty()) {
                texts.remove(name);
            } else {
                texts.put(name, text);
            }
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        later.after(GATHERING, this::write);
    }

    /** A new conversation has got its first message: what was written since is its next. */
    public void begun(ChatSession conversation) {
        Optional<String> next;
        synchronized (this) {
            next = Optional.ofNullable(texts.remove(NEW));
        }
        next.filter(_ -> of(conversation).isEmpty()).ifPresent(text -> put(conversation, text));
    }

    /** Goes with its conversation, but can come back with it. */
    synchronized void delete(ConversationId conversation) {
        deleted.add(name(conversation));
    }

    /** What a person made of a message goes with that, but can come back with it. */
    public synchronized void delete(ConversationId conversation, MessageId message) {
        deleted.add(name(conversation, message));
    }

    /** Takes {@link #delete(ConversationId, MessageId)} back. */
    public synchronized void restore(ConversationId conversation, MessageId message) {
        deleted.remove(name(conversation, message));
    }

    /** Takes {@link #delete(ConversationId)} back. */
    synchronized void restore(ConversationId conversation) {
        deleted.remove(name(conversation));
    }

    /**
     * Writes what is not written yet. What the disk refuses is tried again with the next change.
     */
    void write() {
        writing.lock();
        try {
            Map<String, String> now;
            synchronized (this) {
                scheduled = false;
                var kept = new HashMap<>(texts);
                kept.keySet().removeIf(this::isDeleted);
                now = Map.copyOf(kept);
            }
            if (!now.equals(written)) {
                store.save(now);
                written = now;
            }
        } catch (UncheckedIOException refused) {
            // The text is still in the window; the store has told the log.
        } finally {
            writing.unlock();
        }
    }

    private static String name(ChatSession conversation) {
        return conversation.isKept() ? name(conversation.id()) : NEW;
    }

    private static String name(ConversationId conversation, MessageId message) {
        return name(conversation) + WITHIN + message.value();
    }

    private boolean isDeleted(String name) {
        return deleted.contains(name) || deleted.contains(conversation(name));
    }

    private static String conversation(String name) {
        int end = name.indexOf(WITHIN);
        return end < 0 ? name : name.substring(0, end);
    }

    private static String name(ConversationId conversation) {
        return conversation.value().toString();
    }
}

package dev.paddock.chat;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * What is to be sent in a conversation when the answer under way has ended, in the order in which
 * it was written. Kept as drafts are, and so there after the end of the app. Safe from any thread.
 */
public final class MessageQueue {
    private final ConversationId conversation;
    private final Drafts drafts;
    private final QueueHold hold;
    private final IntConsumer counted;
    private final Signal<List<QueuedMessage>> all;

    /**
     * @param counted told how many wait, after each change
     */
    MessageQueue(ConversationId conversation, Drafts drafts, QueueHold hold, IntConsumer counted) {
        this.hold = hold;
        this.counted = counted;
        this.conversation = conversation;
        this.drafts = drafts;
        all = new Signal<>(drafts.queued(conversation));
    }

    public Observable<List<QueuedMessage>> all() {
        return all;
    }

    /** The next one after all others. */
    public void add(String text) {
        change(
                now -> {
                    long number = now.isEmpty() ? 1 : now.getLast().number() + 1;
                    drafts.putQueued(conversation, number, text);
                    var longer = new ArrayList<>(now);
                    longer.add(new QueuedMessage(number, text));
                    return longer;
                });
    }

    /** Says something else in its place, if it still waits. */
    public void replace(QueuedMessage message, String text) {
        change(
                now -> {
                    var next = new ArrayList<>(now);
                    int at = indexOf(message, now);
                    if (at >= 0) {
                        drafts.putQueued(conversation, message.number(), text);
                        next.set(at, new QueuedMessage(message.number(), text));
                    }
                    return next;
                });
    }

    public void remove(QueuedMessage message) {
        change(
                now -> {
                    drafts.putQueued(conversation, message.number(), "");
                    return now.stream().filter(one -> one.number() != message.number()).toList();
                });
    }

    /** The next one, unless all queues are held. */
    Optional<QueuedMessage> first() {
        return all.value().stream().filter(_ -> !hold.isHeld()).findFirst();
    }

    /** A person asks something: what waits is sent after that. */
    void goOn() {
        hold.release();
    }

    /** As it is now, if it still waits. */
    Optional<QueuedMessage> find(long number) {
        return all.value().stream().filter(one -> one.number() == number).findFirst();
    }

    private static int indexOf(QueuedMessage message, List<QueuedMessage> all) {
        return all.stream().map(QueuedMessage::number).toList().indexOf(message.number());
    }

    private void change(UnaryOperator<List<QueuedMessage>> change) {
        synchronized (this) {
            all.put(List.copyOf(change.apply(all.value())));
        }
        all.tell();
        counted.accept(all.value().size());
    }
}

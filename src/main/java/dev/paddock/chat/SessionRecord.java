package dev.paddock.chat;

import dev.paddock.signal.Signal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an open conversation is, here and in the history, changed without losing a change. */
final class SessionRecord {
    private final ChatTools tools;
    private final Signal<SessionState> state;

    /** Held while the conversation is changed and written. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile boolean stored;

    /**
     * @param stored whether the history has it
     */
    SessionRecord(ChatTools tools, SessionState start, boolean stored) {
        this.tools = tools;
        this.state = new Signal<>(start);
        this.stored = stored;
    }

    Signal<SessionState> state() {
        return state;
    }

    boolean isStored() {
        return stored;
    }

    /** Changes the conversation without its messages, here and on the disk. Blocks on the disk. */
    void change(UnaryOperator<Conversation> edit) {
        writing.lock();
        try {
            var changed = edit.apply(state.value().conversation());
            if (stored) {
                tools.history().save(changed);
            }
            put(now -> now.with(changed));
        } finally {
            writing.unlock();
        }
        state.tell();
    }

    /**
     * Changes which messages there are, or are shown; what the history has then is shown.
     *
     * @param write throws a HistoryException when it fails
     * @throws IllegalStateException when busy, here or in the future
     */
    CompletableFuture<Void> rearrange(Consumer<SessionState> write) {
        checkIdle();
        return CompletableFuture.runAsync(() -> rearrangeNow(write), tools.background());
    }

    /** As {@link #rearrange}, with what changes nothing of the answer under way. */
    CompletableFuture<Void> complete(Consumer<SessionState> write) {
        return CompletableFuture.runAsync(() -> writeAndRead(write), tools.background());
    }

    private void rearrangeNow(Consumer<SessionState> write) {
        writeAndRead(
                now -> {
                    checkIdle();
                    write.accept(now);
                });
    }

    private void writeAndRead(Consumer<SessionState> write) {
        writing.lock();
        try {
            boolean receiving = state.value().busy();
            write.accept(state.value());
            var tree = tools.history().tree(state.value().conversation().id());
            // Of what is being received, or was until now, memory has more.
            put(now -> now.with(receiving ? tree.closed(now.tree()) : tree.closed()));
        } finally {
            writing.unlock();
        }
        state.tell();
    }

    List<MessageOutline.Line> outline() {
        var now = state.value();
        var shown = now.messages().stream().map(Message::id).collect(Collectors.toSet());
        return MessageOutline.lines(tools.history().outline(now.conversation().id()), shown);
    }

    private void checkIdle() {
        if (state.value().busy()) {
            throw new IllegalStateException("An answer is under way");
        }
    }

    /** What {@code write} throws, nothing has changed by; it is told later. */
    <T, E extends Exception> T keep(Writing<T, E> write) throws E {
        writing.lock();
        try {
            T kept = write.now();
            stored = true;
            return kept;
        } finally {
            writing.unlock();
        }
    }

    /** Writes to the history. */
    interface Writing<T, E extends Exception> {
        T now() throws E;
    }

    void update(UnaryOperator<SessionState> change) {
        put(change);
        state.tell();
    }

    /** For those who hold a lock; whoever leaves it tells. */
    synchronized void put(UnaryOperator<SessionState> change) {
        state.put(change.apply(state.value()));
    }
}

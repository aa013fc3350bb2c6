package dev.paddock.chat;

import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.option.Options;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All conversations. Methods return at once and can be called from any thread; what touches the
 * disk is done in the background, in the order of the calls. Futures end with a {@link
 * HistoryException} when the history cannot be read or written.
 */
public final class Conversations implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ChatTools tools;
    private final String untitled;
    private final SerialExecutor disk;
    private final ConversationList list = new ConversationList();
    private final Drafts drafts;
    private final AnswerCounter counter = new AnswerCounter();
    private final Signal<Boolean> loaded = new Signal<>(false);
    private volatile CompletableFuture<Void> tidied = CompletableFuture.allOf();
    private final OpenSessions open = new OpenSessions();

    /** Where what is being written is not kept. */
    public Conversations(ChatTools tools, String untitled) {
        this(tools, untitled, DraftStore.NONE);
    }

    /**
     * Reads what was being written when the app ended.
     *
     * @param untitled the title of one whose first message has no word
     */
    public Conversations(ChatTools tools, String untitled, DraftStore drafts) {
        this.tools = tools;
        this.drafts = new Drafts(drafts, tools.later());
        this.untitled = untitled;
        this.disk = new SerialExecutor(tools.background());
        this.drafts.queues().forEach(list::queued);
    }

    /** Newest first. Empty until {@link #load}. New ones come in with their first message. */
    public Observable<List<Conversation>> list() {
        return list.all();
    }

    /**
     * Whether {@link #load} has read the list, or found that it cannot be read. Until then an empty
     * list says nothing; a large history of an earlier version takes seconds to be opened.
     */
    public Observable<Boolean> loaded() {
        return loaded;
    }

    /** Those whose answer is under way. */
    public Observable<Set<ConversationId>> answering() {
        return list.answering();
    }

    /** Of those where something goes on, or went on while they were not {@link #seen}. */
    public Observable<Map<ConversationId, Activity>> activities() {
        return list.activities();
    }

    /** A person looks at it. */
    public void seen(ConversationId id) {
        list.seen(id);
    }

    /** Holds back what waits to be sent, in all of them. */
    public QueueHold queueHold() {
        return list.hold();
    }

    public Drafts drafts() {
        return drafts;
    }

    /** What has arrived of all answers up to now. */
    public AnswerCounts counts() {
        return counter.counts();
    }

    /**
     * Reads the list, then {@link #tidied tidies}. At start, before anything is sent, and again
     * when it could not be read.
     */
    public CompletableFuture<Void> load() {
        var history = tools.history();
        var listed = disk.run(() -> list.replaceAll(history.conversations()));
        listed.whenComplete((_, _) -> loaded.set(true));
        var tidying =
                CompletableFuture.allOf(
                        disk.run(history::closeInterrupted), disk.run(history::purgeDeleted));
        tidied =
                listed.handle((_, why) -> why == null ? tidying : CompletableFuture.allOf())
                        .thenCompose(it -> it);
        return listed;
    }

    /**
     * What {@link #load} does last: what a crash interrupted is marked and what was deleted is
     * erased. Does not fail where the list could not be read either.
     */
    public CompletableFuture<Void> tidied() {
        return tidied;
    }

    /**
     * Ends every conversation of the history, of which nothing more can be kept, and runs {@code
     * replacing}. Then {@link #load} is to follow. One that has no message yet goes on.
     */
    <T> CompletableFuture<T> replaceHistory(Supplier<T> replacing) {
        return disk.submit(
                () -> {
                    for (var session : open.all()) {
                        if (!session.state().value().messages().isEmpty()) {
                            session.close(Loss.HISTORY_REPLACED);
                            list.answering(session.id(), false);
                            forget(session.id());
                        }
                    }
                    return replacing.get();
                });
    }

    /**
     * As {@link History#search}, in the background and not waiting in line.
     *
     * @return done when it has told all it finds
     */
    public CompletableFuture<Void> search(SearchQuery query, SearchProgress progress) {
        return CompletableFuture.runAsync(
                () -> tools.history().search(query, progress), tools.background());
    }

    /** A new conversation. It is kept, and listed, with its first message. */
    public ChatSession create() {
        var start = Conversation.untitled(untitled, tools.now());
        return opened(SessionState.idle(start, ConversationTree.EMPTY), false);
    }

    /**
     * Its session with its messages; the same one as long as it is answering or was lately open.
     *
     * @return fails with {@link java.util.NoSuchElementException} for one that is not listed
     */
    public CompletableFuture<ChatSession> open(ConversationId id) {
        return disk.submit(() -> open.find(id).orElseGet(() -> read(id)));
    }

    /** Names it for good. A blank title is not taken. */
    public CompletableFuture<Void> rename(ConversationId id, String title) {
        var line = title.strip();
        if (line.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return change(id, conversation -> conversation.titled(line, true));
    }

    /** Sets what its next answers follow. */
    public CompletableFuture<Void> configure(
            ConversationId id, String systemPrompt, Options options) {
        return change(id, conversation -> conversation.with(systemPrompt, options));
    }

    /**
     * A new conversation that begins as another one does.
     *
     * @param last of what is copied, a message of the branch that is shown
     * @return fails with {@link java.util.NoSuchElementException} for one that is not listed
     */
    public CompletableFuture<ChatSession> branch(ConversationId id, MessageId last, String title) {
        return disk.submit(
                () -> {
                    var from = open.find(id).orElseGet(() -> read(id)).state().value();
                    var copy = from.conversation().copy(title, tools.now());
                    tools.history().add(copy, from.tree().copyUpTo(last));
                    list.put(copy);
                    return read(copy.id());
                });
    }

    /** Ends its answer and hides it; {@link #restore} brings it back until the app is closed. */
    public CompletableFuture<Void> delete(ConversationId id) {
        return disk.run(
                () -> {
                    var session = open.find(id);
                    session.ifPresent(open -> open.close(Loss.CONVERSATION_DELETED));
                    forget(id);
                    tools.history().delete(id);
                    drafts.delete(id);
                    list.remove(id);
                });
    }

    /** Takes {@link #delete} back. */
    public CompletableFuture<Void> restore(ConversationId id) {
        return disk.run(
                () -> {
                    tools.history().restore(id);
                    drafts.restore(id);
                    list.replaceAll(tools.history().conversations());
                });
    }

    /**
     * Ends every answer, because the app is being closed; {@link #close} sees to it that they are
     * kept.
     */
    public void beginClosing() {
        open.all().forEach(session -> session.breakOff(Loss.APP_CLOSED));
    }

    /** Ends every answer, keeps it and erases what was deleted. Waits a few seconds at most. */
    @Override
    public void close() {
        beginClosing();
        var sessions = open.all();
        drafts.write();
        // What was on its way out of a queue is out of it only now.
        disk.run(() -> sessions.forEach(session -> session.close(Loss.APP_CLOSED)))
                .whenComplete((_, _) -> drafts.write())
                .thenCompose(closed -> disk.run(tools.history()::purgeDeleted))
                .exceptionally(nobodyLeftToTell -> null)
                .completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<Void> change(ConversationId id, UnaryOperator<Conversation> edit) {
        return disk.run(
                () ->
                        open.find(id)
                                .ifPresentOrElse(
                                        session -> session.change(edit),
                                        () -> changeClosed(id, edit)));
    }

    private void changeClosed(ConversationId id, UnaryOperator<Conversation> edit) {
        var changed = edit.apply(list.find(id).orElseThrow());
        tools.history().save(changed);
        list.put(changed);
    }

    /** What is still STREAMING could not be marked by {@link #load}: the disk is full, say. */
    private ChatSession read(ConversationId id) {
        var conversation = list.find(id).orElseThrow();
        var tree = tools.history().tree(id).closed();
        return opened(SessionState.idle(conversation, tree), true);
    }

    private ChatSession opened(SessionState start, boolean stored) {
        var session =
                new ChatSession(
                        tools,
                        start,
                        stored,
                        list.queue(start.conversation().id(), drafts),
                        this::watch);
        open.put(session);
        return session;
    }

    /** Called by the sessions with each state. */
    private void watch(SessionState state) {
        counter.put(state);
        list.follow(state);
    }

    private void forget(ConversationId id) {
        counter.remove(id);
        open.remove(id);
    }
}

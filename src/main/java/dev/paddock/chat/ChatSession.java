package dev.paddock.chat;

import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An open conversation with at most one answer under way. Methods can be called from any thread and
 * return at once, except where they say otherwise.
 */
public final class ChatSession {
    private final ChatTools tools;
    private final SessionRecord record;
    private final Signal<SessionState> state;
    private final Subscription watching;
    private final MessageQueue queue;
    private final AnswerRuns runs;

    /** What a person wants to be sent though the answer before it has not ended by itself. */
    private volatile Optional<QueuedMessage> urgent = Optional.empty();

    /** The number of what leaves the queue as soon as it is on the disk. */
    private volatile Optional<Long> leaving = Optional.empty();

    /**
     * @param stored whether the history has it; otherwise its first question puts it there
     * @param queue what waits to be sent
     * @param watcher told the states before the other listeners, until this is closed
     */
    ChatSession(
            ChatTools tools,
            SessionState start,
            boolean stored,
            MessageQueue queue,
            Consumer<SessionState> watcher) {
        this.queue = queue;
        this.tools = tools;
        record = new SessionRecord(tools, start, stored);
        state = record.state();
        runs = new AnswerRuns(tools, record, this::ended);
        watching = state.subscribe(watcher);
    }

    public ConversationId id() {
        return state.value().conversation().id();
    }

    /** Whether the history has it; otherwise its first question puts it there. */
    public boolean isKept() {
        return record.isStored();
    }

    public Observable<SessionState> state() {
        return state;
    }

    /**
     * What is sent, one after the other, whenever an answer has ended by itself. It waits on when a
     * person stopped the answer or it broke off.
     */
    public MessageQueue queue() {
        return queue;
    }

    /** Sends it next: an answer under way is stopped for it. Once is enough. */
    public void sendNow(QueuedMessage message) {
        synchronized (this) {
            if (!waits(message)) {
                return;
            }
            urgent = Optional.of(message);
        }
        queue.goOn();
        if (state.value().busy()) {
            runs.end(AnswerRun::stop, () -> urgent.equals(Optional.of(message)));
        } else {
            sendQueued(true);
        }
    }

    private boolean waits(QueuedMessage message) {
        return queue.find(message.number()).isPresent()
                && !leaving.equals(Optional.of(message.number()));
    }

    /**
     * Keeps {@code text} as the next question and has it answered.
     *
     * @return empty once the question is on the disk and shown; otherwise why it is not, and
     *     nothing has changed
     * @throws IllegalStateException when {@link SessionState#busy}
     */
    public CompletableFuture<Optional<ChatFailure>> send(String text) {
        return begin(() -> Question.next(state.value(), text, tools.now()));
    }

    /**
     * Has the question before {@code answer} answered anew; the old answer stays beside it.
     *
     * @return as {@link #send}
     * @throws IllegalStateException when {@link SessionState#busy}
     * @throws IllegalArgumentException when no such answer is shown
     */
    public CompletableFuture<Optional<ChatFailure>> regenerate(MessageId answer) {
        var question = Question.before(answer, state.value().tree());
        return begin(() -> Question.again(state.value(), question, tools.now()));
    }

    /**
     * Keeps {@code text} as another version of a question and has that answered.
     *
     * @return as {@link #send}
     * @throws IllegalStateException when {@link SessionState#busy}
     */
    public CompletableFuture<Optional<ChatFailure>> ask(MessageId question, String text) {
        return begin(() -> Question.edited(state.value(), question, text, tools.now()));
    }

    /**
     * Has a question of the branch answered as it is.
     *
     * @return as {@link #send}
     * @throws IllegalStateException when {@link SessionState#busy}
     */
    public CompletableFuture<Optional<ChatFailure>> ask(MessageId question) {
        return begin(() -> Question.again(state.value(), question, tools.now()));
    }

    /**
     * Has the last answer go on where it broke off, if {@link Message#canContinue}.
     *
     * @return as {@link #send}
     * @throws IllegalStateException when {@link SessionState#busy}
     */
    public CompletableFuture<Optional<ChatFailure>> continueAnswer(MessageId answer) {
        return begin(() -> Question.continued(state.value(), answer, tools.now()));
    }

    /**
     * Keeps {@code text} as another version of a message of the branch, and shows that.
     *
     * @return as {@link #choose}
     * @throws IllegalStateException when {@link SessionState#busy}, here or in the future
     */
    public CompletableFuture<Void> edit(MessageId message, String text) {
        return record.rearrange(
                now -> {
                    var old = now.tree().upTo(message).getLast();
                    var edited = List.of(old.edited(text, tools.now()));
                    tools.history().add(now.conversation(), edited);
                });
    }

    /** Reads all its messages in short; fails as the history does. */
    public CompletableFuture<List<MessageOutline.Line>> outline() {
        return CompletableFuture.supplyAsync(record::outline, tools.background());
    }

    /**
     * Removes messages, here and in the history.
     *
     * @return as {@link #choose}
     * @throws IllegalStateException when {@link SessionState#busy}, here or in the future
     */
    public CompletableFuture<Void> remove(Removal removal) {
        return record.rearrange(_ -> tools.history().remove(id(), removal));
    }

    /** Takes {@link #remove} back; an answer under way stays in sight meanwhile. */
    public CompletableFuture<Void> restore(Removal removal) {
        return record.complete(
                now ->
                        tools.history()
                                .restore(id(), now.busy() ? removal.showing(now.tree()) : removal));
    }

    /**
     * Shows the branch through {@code message}, one of {@link ConversationTree#siblings}, to its
     * newest end, here and in the history.
     *
     * @return ends with a {@link HistoryException} when the history cannot be read or written
     * @throws IllegalStateException when {@link SessionState#busy}, here or in the future
     */
    public CompletableFuture<Void> choose(MessageId message) {
        return record.rearrange(
                now -> tools.history().chooseLeaf(id(), now.tree().newestBelow(message)));
    }

    /** Ends the answer under way, with what there is of it. Does nothing without one. */
    public void stop() {
        runs.end(AnswerRun::stop);
    }

    /** As {@link #stop}, but nobody asked for that. */
    void breakOff(Loss why) {
        runs.breakOff(why);
    }

    /**
     * Waits up to two seconds for the disk. Nothing can be sent afterwards.
     *
     * @param why an answer under way ends
     */
    void close(Loss why) {
        watching.close();
        runs.close(why);
    }

    /** Changes the conversation's record, here and on the disk. Blocks on the disk. */
    void change(UnaryOperator<Conversation> edit) {
        record.change(edit);
    }

    /** Whether nothing is lost when it is let go. */
    boolean idle() {
        var now = state.value();
        return !now.busy() && now.unsaved().isEmpty();
    }

    private void ended(MessageId answer) {
        sendQueued(
                state.value().messages().stream()
                        .filter(one -> one.id().equals(answer))
                        .anyMatch(ChatSession::endedByItself));
    }

    private static boolean endedByItself(Message answer) {
        return switch (answer.status()) {
            case COMPLETE, CUT_OFF -> true;
            case STREAMING, STOPPED, INTERRUPTED, FAILED -> false;
        };
    }

    /**
     * @param whole whether the answer before it ended by itself
     */
    private void sendQueued(boolean whole) {
        Optional<QueuedMessage> next;
        synchronized (this) {
            next =
                    urgent.or(() -> whole ? queue.first() : Optional.empty())
                            .flatMap(message -> queue.find(message.number()))
                            .filter(this::waits);
            urgent = Optional.empty();
            leaving = next.map(QueuedMessage::number).or(() -> leaving);
        }
        next.ifPresent(this::sendQueued);
    }

    /** It waits on where it could not be sent. */
    private void sendQueued(QueuedMessage message) {
        var number = Optional.of(message.number());
        Runnable settled = () -> leaving = leaving.filter(one -> !number.equals(Optional.of(one)));
        runs.tryBegin(
                        () -> Question.next(state.value(), message.text(), tools.now()),
                        () -> queue.remove(message))
                .ifPresentOrElse(sent -> sent.whenComplete((_, _) -> settled.run()), settled);
    }

    private CompletableFuture<Optional<ChatFailure>> begin(Supplier<Question> planner) {
        queue.goOn();
        return runs.tryBegin(planner, () -> {})
                .orElseThrow(() -> new IllegalStateException("An answer is under way"));
    }
}

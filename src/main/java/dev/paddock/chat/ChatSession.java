package dev.paddock.chat;

import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ChatFailure.NotSaved;
import dev.paddock.option.SamplingOptions;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An open conversation with at most one answer under way. Methods can be called from any thread and
 * return at once, except where they say otherwise.
 */
public final class ChatSession {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ChatTools tools;
    private final SessionRecord record;
    private final Signal<SessionState> state;
    private final Subscription watching;
    private Optional<AnswerRun> run = Optional.empty();
    private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);
    private Optional<Consumer<AnswerRun>> ending = Optional.empty();
    private boolean closed;
    private volatile boolean abandoned;

    /**
     * @param stored whether the history has it; otherwise its first question puts it there
     * @param watcher told the states before the other listeners, until this is closed
     */
    ChatSession(
            ChatTools tools, SessionState start, boolean stored, Consumer<SessionState> watcher) {
        this.tools = tools;
        record = new SessionRecord(tools, start, stored);
        state = record.state();
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
        end(AnswerRun::stop);
    }

    /** As {@link #stop}, but nobody asked for that. */
    void breakOff(Loss why) {
        end(answer -> answer.breakOff(why));
    }

    private void end(Consumer<AnswerRun> how) {
        Optional<AnswerRun> now;
        synchronized (this) {
            ending = state.value().busy() ? Optional.of(how) : Optional.empty();
            now = run;
        }
        now.ifPresent(how);
    }

    /**
     * Waits up to two seconds for the disk. Nothing can be sent afterwards.
     *
     * @param why an answer under way ends
     */
    void close(Loss why) {
        CompletableFuture<Void> disk;
        synchronized (this) {
            closed = true;
            disk = settled;
        }
        watching.close();
        breakOff(why);
        disk.copy().completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS).join();
        abandoned = true;
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

    private CompletableFuture<Optional<ChatFailure>> begin(Supplier<Question> planner) {
        var kept = new CompletableFuture<Void>();
        synchronized (this) {
            if (state.value().busy()) {
                throw new IllegalStateException("An answer is under way");
            }
            if (closed) {
                return CompletableFuture.completedFuture(
                        Optional.of(new ChatFailure.ConversationClosed()));
            }
            settled = kept;
            ending = Optional.empty();
            record.put(now -> now.sending(true));
        }
        state.tell();
        var result = new CompletableFuture<Optional<ChatFailure>>();
        tools.background().execute(() -> turn(planner, kept, result));
        return result;
    }

    private void turn(
            Supplier<Question> planner,
            CompletableFuture<Void> kept,
            CompletableFuture<Optional<ChatFailure>> result) {
        try {
            var answer = commit(planner, kept);
            state.tell();
            start(answer);
            result.complete(Optional.empty());
            answer.run();
        } catch (ChatFailedException e) {
            refuse(kept, () -> result.complete(Optional.of(e.failure())));
        } catch (HistoryException e) {
            var why = new NotSaved(e.failure());
            refuse(kept, () -> result.complete(Optional.of(why)));
        } catch (RuntimeException e) {
            refuse(kept, () -> result.completeExceptionally(e));
        }
    }

    private void refuse(CompletableFuture<Void> kept, Runnable tell) {
        record.update(now -> now.sending(false));
        kept.complete(null);
        tell.run();
    }

    /** Who answers is settled first, so that the answer has the right name from the beginning. */
    private AnswerRun commit(Supplier<Question> planner, CompletableFuture<Void> kept)
            throws ChatFailedException {
        return record.keep(
                () -> {
                    var question = planner.get();
                    var options = tools.inForce(question.conversation());
                    var stream =
                            tools.backend().open(tools.connection(), question.request(options));
                    var origin = MessageOrigin.of(tools.connection(), stream.server(), options);
                    var turn = question.answeredBy(origin);
                    turn.keepIn(tools.history());
                    record.put(now -> now.answering(turn.conversation(), turn.tree(), turn.live()));
                    return answer(turn, stream, kept);
                });
    }

    private AnswerRun answer(Turn turn, ChatBackend.Stream stream, CompletableFuture<Void> kept) {
        var keeper =
                new AnswerSaver(
                        tools,
                        turn.live(),
                        () -> abandoned,
                        unsaved -> record.update(now -> now.unsaved(unsaved)));
        var answer =
                new AnswerRun(
                        turn,
                        stream,
                        keeper,
                        tools.background(),
                        ended -> record.update(now -> now.answered(ended)),
                        kept);
        timeLimit(turn.answer()).ifPresent(limit -> answer.endAfter(limit, tools.later()));
        return answer;
    }

    private static Optional<Duration> timeLimit(Message answer) {
        return answer.origin()
                .options()
                .map(options -> options.value(SamplingOptions.TIME_LIMIT))
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    private void start(AnswerRun answer) {
        Optional<Consumer<AnswerRun>> atOnce;
        synchronized (this) {
            run = Optional.of(answer);
            atOnce = ending;
        }
        atOnce.ifPresent(how -> how.accept(answer));
    }
}

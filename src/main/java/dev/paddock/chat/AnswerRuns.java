package dev.paddock.chat;

import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ChatFailure.NotSaved;
import dev.paddock.option.SamplingOptions;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The answers of a conversation, one after the other, from the question to the disk. */
final class AnswerRuns {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final ChatTools tools;
    private final SessionRecord record;
    private final Consumer<MessageId> ended;
    private Optional<AnswerRun> run = Optional.empty();
    private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);
    private Optional<Consumer<AnswerRun>> ending = Optional.empty();
    private boolean closed;
    private volatile boolean abandoned;

    /**
     * @param ended told when an answer has ended and is on the disk
     */
    AnswerRuns(ChatTools tools, SessionRecord record, Consumer<MessageId> ended) {
        this.tools = tools;
        this.record = record;
        this.ended = ended;
    }

    /** As {@link #end}, but nobody asked for that. */
    void breakOff(Loss why) {
        end(answer -> answer.breakOff(why));
    }

    /** Ends the answer under way, if there is one. */
    void end(Consumer<AnswerRun> how) {
        end(how, () -> true);
    }

    /**
     * @param still asked while no other answer can begin
     */
    void end(Consumer<AnswerRun> how, BooleanSupplier still) {
        Optional<AnswerRun> now;
        synchronized (this) {
            if (!still.getAsBoolean()) {
                return;
            }
            ending = record.state().value().busy() ? Optional.of(how) : Optional.empty();
            now = run;
        }
        now.ifPresent(how);
    }

    /**
     * Waits up to two seconds for the disk. Nothing can be asked afterwards.
     *
     * @param why an answer under way ends
     */
    void close(Loss why) {
        CompletableFuture<Void> disk;
        synchronized (this) {
            closed = true;
            disk = settled;
        }
        breakOff(why);
        disk.copy().completeOnTimeout(null, CLOSING.toMillis(), TimeUnit.MILLISECONDS).join();
        abandoned = true;
    }

    /**
     * @param asked called when the question is on the disk, before anything is answered
     * @return empty when an answer is under way
     */
    Optional<CompletableFuture<Optional<ChatFailure>>> tryBegin(
            Supplier<Question> planner, Runnable asked) {
        var kept = new CompletableFuture<Void>();
        synchronized (this) {
            if (record.state().value().busy()) {
                return Optional.empty();
            }
            if (closed) {
                var why = Optional.<ChatFailure>of(new ChatFailure.ConversationClosed());
                return Optional.of(CompletableFuture.completedFuture(why));
            }
            settled = kept;
            ending = Optional.empty();
            record.put(now -> now.sending(true));
        }
        record.state().tell();
        var result = new CompletableFuture<Optional<ChatFailure>>();
        tools.background().execute(() -> turn(planner, asked, kept, result));
        return Optional.of(result);
    }

    private void turn(
            Supplier<Question> planner,
            Runnable asked,
            CompletableFuture<Void> kept,
            CompletableFuture<Optional<ChatFailure>> result) {
        try {
            var answer = commit(planner, kept);
            asked.run();
            record.state().tell();
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
                        whole -> record.update(now -> now.answered(whole)),
                        kept);
        kept.thenRun(() -> ended.accept(turn.answer().id()));
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

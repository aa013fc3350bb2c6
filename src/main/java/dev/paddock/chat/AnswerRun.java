package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.Content;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatEvent.Finished;
import dev.paddock.chat.ChatEvent.PromptProgress;
import dev.paddock.chat.ChatEvent.Reasoning;
import dev.paddock.chat.ChatFailure.BrokenStream;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One answer from its request to its end; whoever ends it first decides how. */
final class AnswerRun {
    private final Message empty;
    private final LiveAnswer live;
    private final ChatBackend.Stream stream;
    private final AnswerSaver keeper;
    private final Executor background;
    private final Consumer<Message> done;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> kept;
    private Subscription timeLimit = () -> {};

    /**
     * @param background for the disk and the end of the stream
     * @param done gets the message when it has ended, before that is on the disk
     * @param kept completed when the ended answer is on the disk, or the first attempt has failed
     */
    AnswerRun(
            Turn turn,
            ChatBackend.Stream stream,
            AnswerSaver keeper,
            Executor background,
            Consumer<Message> done,
            CompletableFuture<Void> kept) {
        empty = turn.answer();
        live = turn.live();
        this.stream = stream;
        this.keeper = keeper;
        this.background = background;
        this.done = done;
        this.kept = kept;
    }

    /** Blocks until the answer has ended. */
    void run() {
        if (over.get()) {
            return;
        }
        live.sent();
        try (var _ = stream.ahead().subscribe(live::ahead)) {
            stream.run(this::receive);
            failed(new BrokenStream(Fault.ENDED_EARLY));
        } catch (ChatFailedException e) {
            failed(e.failure());
        } catch (RuntimeException e) {
            failed(new BrokenStream(Fault.DEFECT));
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /** Ends it at once with what there is; the disk and the engine follow in the background. */
    void stop() {
        endNow(MessageStatus.STOPPED, Optional.empty());
    }

    /** As {@link #stop}, but nobody asked for that: it follows from what they did. */
    void breakOff(Loss why) {
        endNow(broken(), Optional.of(new ConnectionLost(why)));
    }

    /** As {@link #stop} when it takes longer than {@code limit}. To be called before all others. */
    void endAfter(Duration limit, DelayedExecutor later) {
        timeLimit =
                later.schedule(
                        limit,
                        () -> endNow(broken(), Optional.of(new ChatFailure.TimeLimit(limit))));
    }

    private void endNow(MessageStatus how, Optional<ChatFailure> why) {
        if (over.compareAndSet(false, true)) {
            var answer = message(unfinished(how, why));
            timeLimit.close();
            done.accept(answer);
            background.execute(() -> keep(answer));
            background.execute(stream::cancel);
        }
    }

    private void receive(ChatEvent event) {
        if (over.get()) {
            return;
        }
        switch (event) {
            case PromptProgress progress -> live.progress(progress);
            case Reasoning(var delta) -> {
                live.addReasoning(delta);
                keeper.grown();
            }
            case Content(var delta) -> {
                live.addContent(delta);
                keeper.grown();
            }
            case Finished(var reason, var told) ->
                    end(
                            new Outcome(
                                    status(reason),
                                    Optional.of(reason),
                                    live.whole(Optional.of(completed(told))),
                                    Optional.empty()));
        }
    }

    private static MessageStatus status(FinishReason reason) {
        return switch (reason) {
            case STOP, STOP_WORD, TOOL_CALLS -> MessageStatus.COMPLETE;
            case LENGTH, CONTEXT_FULL -> MessageStatus.CUT_OFF;
        };
    }

    private void failed(ChatFailure why) {
        end(unfinished(broken(), Optional.of(why)));
    }

    /** Request fields of a person's own can make the engine keep its figures to itself. */
    private AnswerStatistics completed(AnswerStatistics told) {
        return live.statistics().map(told::orElse).orElse(told);
    }

    private Outcome unfinished(MessageStatus how, Optional<ChatFailure> why) {
        boolean refused = !(how == MessageStatus.STOPPED || why.filter(AnswerRun::cut).isPresent());
        var figures = refused ? live.statistics() : live.endStatistics();
        return new Outcome(how, Optional.empty(), live.whole(figures), why);
    }

    /** It would have gone on; what was refused has nothing to count. */
    private static boolean cut(ChatFailure why) {
        return why instanceof ChatFailure.TimeLimit || why instanceof ConnectionLost;
    }

    private MessageStatus broken() {
        return live.blank() ? MessageStatus.FAILED : MessageStatus.INTERRUPTED;
    }

    private void end(Outcome how) {
        if (over.compareAndSet(false, true)) {
            var answer = message(how);
            timeLimit.close();
            done.accept(answer);
            keep(answer);
        }
    }

    private Message message(Outcome how) {
        return empty.received(live.content().toString(), live.reasoning().toString()).ended(how);
    }

    private void keep(Message answer) {
        try {
            keeper.end(answer);
        } finally {
            kept.complete(null);
        }
    }
}

package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.Content;
import dev.paddock.chat.ChatEvent.Finished;
import dev.paddock.chat.ChatEvent.PromptProgress;
import dev.paddock.chat.ChatEvent.Reasoning;
import dev.paddock.chat.ChatFailure.BrokenStream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One answer from its request to its end; whoever ends it first decides how. */
final class AnswerRun {
    private final ChatTools tools;
    private final Message empty;
    private final LiveAnswer live;
    private final AnswerKeeper keeper;
    private final Consumer<Message> done;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> kept;
    private Optional<ChatBackend.Stream> stream = Optional.empty();

    /**
     * @param empty the message it fills
     * @param done gets the message when it has ended, before that is on the disk
     * @param kept completed when the ended answer is on the disk, or the first attempt has failed
     */
    AnswerRun(
            ChatTools tools,
            Message empty,
            LiveAnswer live,
            AnswerKeeper keeper,
            Consumer<Message> done,
            CompletableFuture<Void> kept) {
        this.tools = tools;
        this.empty = empty;
        this.live = live;
        this.keeper = keeper;
        this.done = done;
        this.kept = kept;
    }

    /** Blocks until the answer has ended. */
    void run(ChatRequest request) {
        if (over.get()) {
            return;
        }
        try {
            var opened = tools.backend().open(request);
            if (register(opened)) {
                opened.run(this::receive);
                failed(new BrokenStream("ended without an end"));
            }
        } catch (ChatFailedException e) {
            failed(e.failure());
        } catch (RuntimeException e) {
            failed(new BrokenStream(e.toString()));
        }
    }

    /** Ends it at once with what there is; the disk and the engine follow in the background. */
    void stop() {
        if (over.compareAndSet(false, true)) {
            var answer = message(MessageStatus.STOPPED, Optional.empty(), Optional.empty());
            done.accept(answer);
            tools.background().execute(() -> keep(answer));
            cancel();
        }
    }

    private synchronized boolean register(ChatBackend.Stream opened) {
        stream = Optional.of(opened);
        return !over.get();
    }

    private void cancel() {
        Optional<ChatBackend.Stream> opened;
        synchronized (this) {
            opened = stream;
        }
        opened.ifPresent(it -> tools.background().execute(it::cancel));
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
            case Finished(var reason, var figures) -> {
                var how =
                        switch (reason) {
                            case STOP -> MessageStatus.COMPLETE;
                            case LENGTH -> MessageStatus.CUT_OFF;
                        };
                end(how, Optional.of(figures), Optional.empty());
            }
        }
    }

    private void failed(ChatFailure why) {
        var how = live.blank() ? MessageStatus.FAILED : MessageStatus.INTERRUPTED;
        end(how, Optional.empty(), Optional.of(why));
    }

    private void end(
            MessageStatus how, Optional<AnswerStatistics> figures, Optional<ChatFailure> why) {
        if (over.compareAndSet(false, true)) {
            var answer = message(how, figures, why);
            done.accept(answer);
            keep(answer);
        }
    }

    private Message message(
            MessageStatus how, Optional<AnswerStatistics> figures, Optional<ChatFailure> why) {
        return empty.received(live.content().toString(), live.reasoning().toString())
                .ended(how, figures, why);
    }

    private void keep(Message answer) {
        try {
            keeper.end(answer);
        } finally {
            kept.complete(null);
        }
    }
}

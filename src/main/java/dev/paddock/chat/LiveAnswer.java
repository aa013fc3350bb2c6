package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.PromptProgress;
import dev.paddock.signal.SafeListener;
import dev.paddock.signal.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An answer while it is received. Until the first text comes it waits for a slot, then the engine
 * reads the prompt. Can be read from any thread.
 */
public final class LiveAnswer {
    private final MessageId id;
    private final GrowingText content = new GrowingText();
    private final GrowingText reasoning = new GrowingText();
    private final List<SafeListener<LiveAnswer>> listeners = new CopyOnWriteArrayList<>();
    private final AnswerMeter meter = new AnswerMeter(System::nanoTime);

    private volatile int ahead;

    private final Optional<AnswerStatistics> before;

    /**
     * @param answer with what there is of it, where it goes on
     * @param before the figures of that
     */
    LiveAnswer(Message answer, Optional<AnswerStatistics> before) {
        id = answer.id();
        this.before = before;
        content.append(answer.content());
        reasoning.append(answer.reasoning());
    }

    /** The message it becomes. */
    public MessageId id() {
        return id;
    }

    public GrowingText content() {
        return content;
    }

    public GrowingText reasoning() {
        return reasoning;
    }

    /** What it waits for, until the first text. */
    public AnswerWait waiting() {
        return new AnswerWait(ahead, meter.prompt());
    }

    /**
     * Counted and timed up to now, without what it went on from; empty until the engine has begun
     * with it.
     */
    public Optional<AnswerStatistics> statistics() {
        return meter.statistics();
    }

    /** Likewise once it has ended; empty only when it was never sent. */
    Optional<AnswerStatistics> endStatistics() {
        return meter.whole();
    }

    /** With those of what it went on from. */
    Optional<AnswerStatistics> whole(Optional<AnswerStatistics> own) {
        return own.map(it -> before.map(it::after).orElse(it)).or(() -> before);
    }

    /** At this moment, unlike the one of {@link #statistics}: 0 once nothing comes any more. */
    double tokensPerSecond() {
        return meter.flows() ? statistics().map(AnswerStatistics::tokensPerSecond).orElse(0.0) : 0;
    }

    /**
     * Calls {@code listener} after every change, for every token, on the receiving thread: it must
     * only note that there is something new. What it throws does not reach the stream.
     */
    public Subscription onChange(Runnable listener) {
        var own = new SafeListener<LiveAnswer>(_ -> listener.run());
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    boolean blank() {
        return content.length() == 0 && reasoning.length() == 0;
    }

    /** So many answers have to end before this one gets a slot. */
    void ahead(int others) {
        if (others != ahead) {
            ahead = others;
            changed();
        }
    }

    void progress(PromptProgress progress) {
        meter.read(progress);
        changed();
    }

    /** Its time begins. */
    void sent() {
        meter.sent();
    }

    void addContent(String delta) {
        content.append(delta);
        meter.token();
        changed();
    }

    void addReasoning(String delta) {
        reasoning.append(delta);
        meter.token();
        changed();
    }

    private void changed() {
        listeners.forEach(listener -> listener.accept(this));
    }
}

package dev.paddock.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps a growing answer in the history: every text at most {@link #BATCH} after it came, in one
 * write for all that came meanwhile. What could not be written is tried again, the end included.
 */
final class AnswerSaver {
    static final Duration BATCH = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ChatTools tools;
    private final LiveAnswer live;
    private final BooleanSupplier abandoned;
    private final Consumer<Optional<HistoryFailure>> unsaved;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private int keptContent;
    private int keptReasoning;
    private boolean ended;
    private boolean failed;

    /**
     * @param abandoned whether to leave what could not be written
     * @param unsaved told why the newest text is not on the disk, and again when it is
     */
    AnswerSaver(
            ChatTools tools,
            LiveAnswer live,
            BooleanSupplier abandoned,
            Consumer<Optional<HistoryFailure>> unsaved) {
        this.tools = tools;
        this.live = live;
        this.abandoned = abandoned;
        this.unsaved = unsaved;
        keptContent = live.content().length();
        keptReasoning = live.reasoning().length();
    }

    /** There is more text. Quick: called for every token. */
    void grown() {
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            tools.later().after(BATCH, this::keepPart);
        }
    }

    /** Writes the answer whole; later text is not expected. Blocks on the disk. */
    void end(Message answer) {
        writing.lock();
        try {
            ended = true;
            keepWhole(answer, BATCH);
        } finally {
            writing.unlock();
        }
    }

    private void keepWhole(Message answer, Duration pause) {
        if (!attempt(() -> tools.history().save(answer))) {
            tools.later().after(pause, () -> keepWholeAgain(answer, pause.multipliedBy(2)));
        }
    }

    private void keepWholeAgain(Message answer, Duration pause) {
        if (abandoned.getAsBoolean()) {
            return;
        }
        writing.lock();
        try {
            keepWhole(answer, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        } finally {
            writing.unlock();
        }
    }

    private void keepPart() {
        writing.lock();
        try {
            scheduled.set(false);
            var content = whole(live.content().from(keptContent));
            var reasoning = whole(live.reasoning().from(keptReasoning));
            if (ended || abandoned.getAsBoolean() || content.isEmpty() && reasoning.isEmpty()) {
                return;
            }
            var figures = live.whole(live.statistics());
            if (attempt(() -> tools.history().append(live.id(), reasoning, content, figures))) {
                keptContent += content.length();
                keptReasoning += reasoning.length();
            } else {
                grown();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Without the first half of a character whose second half is still to come. */
    private static String whole(String text) {
        boolean half = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return half ? text.substring(0, text.length() - 1) : text;
    }

    private boolean attempt(Runnable write) {
        try {
            write.run();
        } catch (HistoryException e) {
            failed = true;
            unsaved.accept(Optional.of(e.failure()));
            return false;
        }
        if (failed) {
            failed = false;
            unsaved.accept(Optional.empty());
        }
        return true;
    }
}

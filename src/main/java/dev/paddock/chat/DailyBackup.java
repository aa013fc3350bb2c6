package dev.paddock.chat;

import dev.paddock.signal.Subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executor;

/**
 * Keeps a copy of the history for each day it is used: when it was opened, and after the first
 * answer of a new day. Once a day it tells why that cannot be done.
 */
public final class DailyBackup {
    private final LazyHistory history;
    private final Clock clock;
    private final Executor background;
    private LocalDate done = LocalDate.MIN;

    private DailyBackup(LazyHistory history, Clock clock, Executor background) {
        this.history = history;
        this.clock = clock;
        this.background = background;
    }

    /** As the other, by the days of this computer. */
    public static Subscription watch(
            Conversations conversations, LazyHistory history, Executor background) {
        return watch(conversations, history, Clock.systemDefaultZone(), background);
    }

    /**
     * Until the subscription is closed.
     *
     * @param clock in the person's zone
     * @param background where copying, which takes seconds with a large history, holds up nobody
     */
    static Subscription watch(
            Conversations conversations, LazyHistory history, Clock clock, Executor background) {
        var backup = new DailyBackup(history, clock, background);
        var opened = conversations.loaded().subscribe(is -> backup.look(is));
        var ended = conversations.answering().subscribe(now -> backup.look(now.isEmpty()));
        return () -> {
            opened.close();
            ended.close();
        };
    }

    private synchronized void look(boolean calm) {
        var today = LocalDate.now(clock);
        if (calm && today.isAfter(done) && history.isOpen()) {
            done = today;
            background.execute(() -> backUp(today));
        }
    }

    /** What holds nothing yet is looked at again after the next answer. */
    private void backUp(LocalDate today) {
        if (!history.backUp(today, clock.instant())) {
            synchronized (this) {
                done = LocalDate.MIN;
            }
        }
    }
}

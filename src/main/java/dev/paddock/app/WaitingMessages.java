package dev.paddock.app;

import dev.paddock.chat.Activity;
import dev.paddock.chat.Conversations;

/** What waits to be sent when answers have ended, in all conversations. */
interface WaitingMessages {
    int count();

    /** Nothing of them is sent by itself from now on. */
    void hold();

    /** Takes {@link #hold} back. */
    void release();

    static WaitingMessages of(Conversations conversations) {
        return new WaitingMessages() {
            @Override
            public int count() {
                var all = conversations.activities().value().values();
                return all.stream().mapToInt(Activity::queued).sum();
            }

            @Override
            public void hold() {
                conversations.queueHold().hold();
            }

            @Override
            public void release() {
                conversations.queueHold().release();
            }
        };
    }
}

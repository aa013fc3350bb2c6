package dev.paddock.chat;

/**
 * Whether the queues of all conversations are held back: nothing is sent from them by itself, as
 * something is about to end the answers. A person who asks something goes on with them. Safe from
 * any thread.
 */
public final class QueueHold {
    private volatile boolean held;

    /** From now on. */
    public void hold() {
        held = true;
    }

    /** What waits is sent again when the answer before it has ended. */
    public void release() {
        held = false;
    }

    public boolean isHeld() {
        return held;
    }
}

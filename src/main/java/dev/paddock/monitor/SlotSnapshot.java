package dev.paddock.monitor;

import java.util.List;

/**
 * One slot of the engine.
 *
 * @param contextSize tokens it can hold
 * @param tokensInUse tokens it holds now, of prompt and answer
 * @param generated tokens of the running answer so far
 */
public record SlotSnapshot(
        int id, int contextSize, int tokensInUse, int generated, Activity activity) {
    /** What it does. */
    public enum Activity {
        IDLE,
        READING_PROMPT,
        GENERATING
    }

    /** How many are at work. */
    public static int busy(List<SlotSnapshot> slots) {
        return (int) slots.stream().filter(SlotSnapshot::isBusy).count();
    }

    /** Tokens of all running answers. */
    static long generated(List<SlotSnapshot> slots) {
        return slots.stream().filter(SlotSnapshot::isBusy).mapToLong(SlotSnapshot::generated).sum();
    }

    private boolean isBusy() {
        return activity != Activity.IDLE;
    }
}

package dev.paddock.monitor;

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
}

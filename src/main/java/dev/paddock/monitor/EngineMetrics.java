package dev.paddock.monitor;

/**
 * Totals since the engine started, from its metrics endpoint; the app derives momentary speeds from
 * two of these.
 *
 * @param promptSeconds time spent reading prompts
 * @param generatedSeconds time spent generating
 * @param waiting requests that wait for a free slot
 */
public record EngineMetrics(
        long promptTokens,
        double promptSeconds,
        long generatedTokens,
        double generatedSeconds,
        int processing,
        int waiting) {
    /** Of an engine that has done nothing yet. */
    public static final EngineMetrics NONE = new EngineMetrics(0, 0, 0, 0, 0, 0);
}

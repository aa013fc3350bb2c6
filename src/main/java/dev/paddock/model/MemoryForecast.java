package dev.paddock.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model will take of the machine's memory. The cache of a context is
 *
 * <pre>cells x layers x heads x (key length + value length) x 2 bytes,</pre>
 *
 * where the cells are the context of each slot, rounded up to 256 tokens, and 2 stands for half
 * precision: llama.cpp, {@code llama-kv-cache.cpp}; a test compares it with what the engine itself
 * says. It is the part that must be had at once: weights are read from the file again and again
 * where memory is short.
 *
 * @param weightBytes of the file
 * @param bytesPerToken of the cache
 * @param trained the context the model was trained with, in tokens
 */
public record MemoryForecast(long weightBytes, long bytesPerToken, OptionalInt trained) {
    private static final int CELLS = 256;
    private static final int LEAST_CONTEXT = 512;

    /** For the buffers of the computation, a few hundred megabytes at the engine's own sizes. */
    private static final long OVERHEAD_BYTES = 512L << 20;

    /**
     * With the cache in half precision; empty for models whose cache does not follow the formula.
     */
    public static Optional<MemoryForecast> of(ModelFile model) {
        return of(model, CacheShape.HALF_PRECISION, CacheShape.HALF_PRECISION);
    }

    /**
     * @param keyBytes that one number of a key takes in the cache
     * @param valueBytes that one number of a value takes there
     * @return empty for models whose cache does not follow the formula
     */
    public static Optional<MemoryForecast> of(ModelFile model, double keyBytes, double valueBytes) {
        return model.architecture()
                .cache()
                .map(cache -> cache.bytesPerToken(keyBytes, valueBytes))
                .map(each -> new MemoryForecast(model.fileBytes(), each, model.trainedContext()));
    }

    /**
     * The tokens of each slot that a setting stands for.
     *
     * @param contextSize 0 is the trained context; empty when that is not known
     */
    public OptionalInt context(int contextSize) {
        return contextSize > 0 ? OptionalInt.of(contextSize) : trained;
    }

    /** The cache of so many slots with {@code context} tokens each. */
    public long cacheBytes(int context, int slots) {
        return Math.ceilDiv((long) context, CELLS) * CELLS * slots * bytesPerToken;
    }

    /**
     * The largest context whose cache and weights fit into so much memory; where the weights alone
     * do not fit, what half the memory holds, as they are then read from the file.
     *
     * @return tokens of each slot; empty when there is room for none
     */
    public OptionalInt largestContext(long freeBytes, int slots) {
        long besides = freeBytes - OVERHEAD_BYTES;
        long withWeights = tokensIn(besides - weightBytes, slots);
        long tokens = withWeights > 0 ? withWeights : tokensIn(besides / 2, slots);
        return tokens == 0 ? OptionalInt.empty() : OptionalInt.of((int) tokens);
    }

    private long tokensIn(long bytes, int slots) {
        long room = Math.max(0, bytes) / bytesPerToken / slots / CELLS * CELLS;
        long useful = Math.min(room, trained.orElse(Integer.MAX_VALUE));
        return useful < LEAST_CONTEXT ? 0 : Math.min(useful, 1 << 24);
    }
}

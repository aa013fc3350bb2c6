package dev.paddock.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model will take of the machine's memory. The cache of a context is
 *
 * <pre>cells x layers x heads x (key length + value length) x 2 bytes,</pre>
 *
 * where the cells are the context, each slot's share rounded up to 256 tokens: llama.cpp, {@code
 * llama-kv-cache.cpp}; a test compares it with what the engine itself says. It is the part that
 * must be had at once: weights are read from the file again and again where memory is short.
 *
 * @param weightBytes of the file
 * @param trained the context the model was trained with, in tokens
 */
public record MemoryForecast(long weightBytes, CacheShape cache, OptionalInt trained) {
    private static final int CELLS = 256;
    private static final int LEAST_CONTEXT = 512;

    /** For the buffers of the computation, a few hundred megabytes at the engine's own sizes. */
    private static final long OVERHEAD_BYTES = 512L << 20;

    /** Empty for models whose cache does not follow the formula. */
    public static Optional<MemoryForecast> of(ModelFile model) {
        return model.cache()
                .map(cache -> new MemoryForecast(model.fileBytes(), cache, model.trainedContext()));
    }

    /**
     * The tokens over all slots that a setting stands for.
     *
     * @param contextSize 0 gives each slot the trained context; empty when that is not known
     */
    public OptionalInt tokens(int contextSize, int slots) {
        if (contextSize > 0) {
            return OptionalInt.of(contextSize);
        }
        return trained.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min((long) trained.getAsInt() * slots, 1 << 30));
    }

    /** The cache of a context of {@code tokens} over all slots. */
    public long cacheBytes(int tokens, int slots) {
        long share = Math.ceilDiv((long) tokens, (long) slots * CELLS) * CELLS;
        return share * slots * cache.bytesPerToken();
    }

    /**
     * The largest context whose cache and weights fit into so much memory; where the weights alone
     * do not fit, what half the memory holds, as they are then read from the file.
     *
     * @return tokens over all slots; empty when there is room for none
     */
    public OptionalInt largestContext(long freeBytes, int slots) {
        long besides = freeBytes - OVERHEAD_BYTES;
        long withWeights = tokensIn(besides - weightBytes, slots);
        long tokens = withWeights > 0 ? withWeights : tokensIn(besides / 2, slots);
        return tokens == 0 ? OptionalInt.empty() : OptionalInt.of((int) tokens);
    }

    private long tokensIn(long bytes, int slots) {
        long step = (long) slots * CELLS;
        long room = Math.max(0, bytes) / cache.bytesPerToken() / step * step;
        long useful = trained.isEmpty() ? room : Math.min(room, (long) trained.getAsInt() * slots);
        return useful < LEAST_CONTEXT ? 0 : Math.min(useful, 1 << 24);
    }
}

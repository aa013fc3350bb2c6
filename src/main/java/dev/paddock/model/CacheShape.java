package dev.paddock.model;

/**
 * What decides the size of a plain attention cache. Models that cache in another way (sliding
 * windows, latent or recurrent layers, layers of different width) have none.
 *
 * @param layers that keep a cache
 * @param heads whose keys and values are kept, in each layer
 * @param keyLength numbers of one head's key
 * @param valueLength numbers of one head's value
 */
public record CacheShape(int layers, int heads, int keyLength, int valueLength) {
    /** The engine keeps them as half-precision numbers while nobody asks for others. */
    static final double HALF_PRECISION = 2;

    /**
     * @param keyBytes that one number of a key takes
     * @param valueBytes that one number of a value takes
     */
    public long bytesPerToken(double keyBytes, double valueBytes) {
        return Math.round(layers * heads * (keyLength * keyBytes + valueLength * valueBytes));
    }
}

package dev.paddock.option;

/** How the keys or the values of the context are kept. */
public enum CacheType implements Choice.Spelled {
    F32("f32", 32 * 32),
    F16("f16", 32 * 16),
    BF16("bf16", 32 * 16),
    Q8_0("q8_0", 34 * 8),
    Q5_1("q5_1", 24 * 8),
    Q5_0("q5_0", 22 * 8),
    Q4_1("q4_1", 20 * 8),
    Q4_0("q4_0", 18 * 8),
    IQ4_NL("iq4_nl", 18 * 8);

    /** So many elements share one block. */
    private static final int BLOCK = 32;

    private final String spelling;
    private final int bitsPerBlock;

    CacheType(String spelling, int bitsPerBlock) {
        this.spelling = spelling;
        this.bitsPerBlock = bitsPerBlock;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    /** Bytes one element takes, its share of the block's scale included. */
    public double bytesPerElement() {
        return bitsPerBlock / 8.0 / BLOCK;
    }
}

package dev.paddock.engine;

/** The fields of {@link ServerSettings} a person can get wrong, with the range each allows. */
public enum ServerField {
    PORT(1024, 65_535),
    /** Total tokens over all slots; 0 means the model's trained context. */
    CONTEXT_SIZE(0, 16_777_216),
    PARALLEL_SLOTS(1, 64),
    GPU_LAYERS(1, ServerSettings.MAX_GPU_LAYERS),
    EXTRA_ARGUMENTS(0, 0);

    private final int least;
    private final int most;

    ServerField(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}

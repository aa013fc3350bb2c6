package dev.paddock.option;

/** How the engine reads a model file into memory. */
public enum LoadMode implements Choice.Spelled {
    AUTO("auto"),
    /** Read whole, into memory of the engine's own. */
    NONE("none"),
    /** Mapped: the system reads what is used, and may drop it again. */
    MMAP("mmap"),
    /** Kept in RAM, never swapped out. */
    MLOCK("mlock"),
    MMAP_AND_MLOCK("mmap+mlock"),
    /** Past the system's file cache. */
    DIRECT_IO("dio");

    private final String spelling;

    LoadMode(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public String spelling() {
        return spelling;
    }
}

package dev.paddock.model;

/** What in the header of a model file cannot be. Counts are unsigned where they say so. */
public sealed interface Damage {
    /** Of what a header tells the number. */
    enum Counted {
        TENSORS,
        KEYS,
        ELEMENTS,
        WEIGHTS,
        /** Bytes before the weights of a tensor. */
        OFFSET
    }

    /**
     * More than any file holds.
     *
     * @param count unsigned
     */
    record TooMany(Counted what, long count) implements Damage {}

    /**
     * One value of the header longer than all of it may be.
     *
     * @param bytes unsigned
     */
    record TooLong(long bytes) implements Damage {}

    /** A value of a type that the format does not have. */
    record UnknownValueType(long type) implements Damage {}

    /** A list of lists, which the format does not have either. */
    record NestedList() implements Damage {}

    /** Weights that begin at multiples of what is no power of two. */
    record BadAlignment(long bytes) implements Damage {}

    /** Written for processors that begin a number with its highest byte. */
    record BigEndian() implements Damage {}

    record TooManyDimensions(long dimensions) implements Damage {}

    /** A tensor larger than any file. */
    record TensorTooLarge() implements Damage {}

    /**
     * Weights that do not fill the blocks they are packed in.
     *
     * @param packing the name of the format they are in, as Q4_K
     */
    record BrokenBlock(long weights, String packing) implements Damage {}

    record NoArchitecture() implements Damage {}

    /** It calls itself one of {@code parts}, but has not the name of one. */
    record NotNamedAsPart(long parts) implements Damage {}

    /** The engine found it, and says what. */
    record Reported(String engineSays) implements Damage {}
}

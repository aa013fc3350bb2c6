package dev.paddock.ui.maths;

/** What became of a formula. */
public sealed interface Typeset permits Typeset.Drawn, Typeset.Fault {
    /** It can be drawn. */
    record Drawn(Drawing drawing) implements Typeset {}

    /**
     * It cannot be read.
     *
     * @param words why, for a person
     */
    record Fault(String words) implements Typeset {}
}

package dev.paddock.model;

import java.nio.file.Path;
import java.util.Optional;

/** What is wrong with a model file: one type per cause. Words are kept elsewhere, in one place. */
public sealed interface ModelProblem {
    Path path();

    record Missing(Path path) implements ModelProblem {}

    record Unreadable(Path path, FileError error) implements ModelProblem {}

    /** It could not be read any more while the engine worked with it: its disk went away. */
    record LostWhileRead(Path path) implements ModelProblem {}

    /** It does not begin as a GGUF does; {@code firstBytes} is printable. */
    record NotGguf(Path path, String firstBytes) implements ModelProblem {}

    /** Its layout version is none the engine reads. */
    record UnknownVersion(Path path, long version) implements ModelProblem {}

    /**
     * It ends too early.
     *
     * @param expectedBytes what the header demands; 0 when the header itself is cut off
     */
    record Truncated(Path path, long actualBytes, long expectedBytes) implements ModelProblem {}

    /** The header contradicts itself or exceeds every sensible bound. */
    record Damaged(Path path, Damage damage) implements ModelProblem {}

    /**
     * A projector, an adapter or a vocabulary.
     *
     * @param type what the header calls it; empty when it merely holds no weights
     */
    record NotAMainModel(Path path, Optional<String> type) implements ModelProblem {}

    /** A later part of a split model; {@code first} is the part to open. */
    record NotTheFirstPart(Path path, Path first) implements ModelProblem {}

    /** A split model without one of its parts. */
    record PartMissing(Path path, Path missing) implements ModelProblem {}

    /** The model that Paddock carries could not be put in its place. */
    record NotUnpacked(Path path, FileError error) implements ModelProblem {}

    /** Paddock itself failed at reading it; the log tells how. */
    record ReaderDefect(Path path) implements ModelProblem {}
}

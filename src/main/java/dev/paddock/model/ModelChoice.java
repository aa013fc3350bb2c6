package dev.paddock.model;

import java.nio.file.Path;

/** The model a person has chosen, as far as it is known. */
public sealed interface ModelChoice {
    record None() implements ModelChoice {}

    /** Its header is being read. */
    record Reading(Path path) implements ModelChoice {}

    record Known(ModelFile file) implements ModelChoice {}

    /** It cannot be used as it is. */
    record Unusable(ModelProblem problem) implements ModelChoice {}
}

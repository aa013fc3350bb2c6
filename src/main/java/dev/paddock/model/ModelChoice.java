package dev.paddock.model;

import java.nio.file.Path;
import java.util.Optional;

/** The model a person has chosen, as far as it is known. */
public sealed interface ModelChoice {
    record None() implements ModelChoice {}

    /** Its header is being read. */
    record Reading(Path path) implements ModelChoice {}

    record Known(ModelFile file) implements ModelChoice {}

    /** It cannot be used as it is. */
    record Unusable(ModelProblem problem) implements ModelChoice {}

    /** Its file, when there is one. */
    default Optional<Path> chosen() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Reading(var path) -> Optional.of(path);
            case Known(var file) -> Optional.of(file.path());
            case Unusable(var problem) -> Optional.of(problem.path());
        };
    }
}

package dev.paddock.ui.models;

import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;

import java.nio.file.Path;

/** A model used before, as far as it is known. */
public sealed interface RecentModel {
    Path path();

    record Reading(Path path) implements RecentModel {}

    record Usable(Path path, ModelFile file) implements RecentModel {}

    record Unusable(Path path, ModelProblem problem) implements RecentModel {}
}

package dev.paddock.llama.process;

import dev.paddock.engine.LoadProgress.Stage;

import java.util.Optional;

/** What llama-server's log says about how far a start is. Texts drift, so they match loosely. */
final class LoadStages {
    private LoadStages() {}

    static Optional<Stage> of(String line) {
        if (line.contains("initializing, n_slots") || line.contains("warming up the model")) {
            return Optional.of(Stage.PREPARING);
        }
        if (line.contains("loading model")) {
            return Optional.of(Stage.READING);
        }
        return Optional.empty();
    }
}

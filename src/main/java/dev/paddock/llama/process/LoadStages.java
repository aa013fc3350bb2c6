package dev.paddock.llama.process;

import dev.paddock.engine.LoadProgress.Stage;

import java.util.Optional;
import java.util.regex.Pattern;

/** What llama-server's log says about how far a start is. Texts drift, so they match loosely. */
final class LoadStages {
    /**
     * What an engine tells last before it computes for the first time; {@code CPU} has no number.
     */
    private static final Pattern ON_A_CARD =
            Pattern.compile("sched_reserve: +[A-Za-z]+\\d+ compute buffer size");

    private LoadStages() {}

    static Optional<Stage> of(String line) {
        if (line.contains("initializing, n_slots") || line.contains("warming up the model")) {
            return Optional.of(Stage.PREPARING);
        }
        if (ON_A_CARD.matcher(line).find()) {
            return Optional.of(Stage.WARMING_UP);
        }
        if (line.contains("loading model")) {
            return Optional.of(Stage.READING);
        }
        return Optional.empty();
    }
}

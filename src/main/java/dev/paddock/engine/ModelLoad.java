package dev.paddock.engine;

import dev.paddock.model.ModelChoice;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far a starting engine is with the chosen model.
 *
 * @param stage the next one once all of the model is read
 * @param read bytes of it; empty where the system does not tell
 * @param total the model's bytes, as far as they are known
 */
public record ModelLoad(LoadProgress.Stage stage, OptionalLong read, OptionalLong total) {
    private static final int WHOLE = 100;

    public ModelLoad {
        boolean all =
                read.isPresent() && total.isPresent() && read.getAsLong() >= total.getAsLong();
        if (stage == LoadProgress.Stage.READING && all) {
            // Engines of today do not say that they go on to the next stage.
            stage = LoadProgress.Stage.PREPARING;
        }
    }

    public static ModelLoad of(LoadProgress progress, ModelChoice model) {
        return new ModelLoad(
                progress.stage(),
                progress.bytesRead(),
                model instanceof ModelChoice.Known(var file)
                        ? OptionalLong.of(file.fileBytes())
                        : OptionalLong.empty());
    }

    /** Of the model; empty where reading has not begun, has ended, or cannot be measured. */
    public OptionalInt percent() {
        if (stage != LoadProgress.Stage.READING || read.isEmpty() || total.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) (WHOLE * read.getAsLong() / total.getAsLong()));
    }
}

package dev.paddock.engine;

import dev.paddock.model.ModelChoice;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far a starting engine is with its model.
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

    /**
     * @param chosen may be another one than {@code state} tells of, whose size is not known then
     */
    public static ModelLoad of(EngineState state, LoadProgress progress, ModelChoice chosen) {
        boolean same = state.launchPlan().map(LaunchPlan::model).equals(chosen.chosen());
        return new ModelLoad(
                progress.stage(),
                progress.bytesRead(),
                same && chosen instanceof ModelChoice.Known(var file)
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

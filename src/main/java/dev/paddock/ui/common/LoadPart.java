package dev.paddock.ui.common;

import dev.paddock.server.LoadProgress;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How far a starting engine is with the chosen model.
 *
 * @param read bytes of it; empty where the system does not tell
 * @param total the model's bytes, as far as they are known
 */
public record LoadPart(LoadProgress.Stage stage, OptionalLong read, OptionalLong total) {
    private static final int WHOLE = 100;

    public static LoadPart of(LoadProgress progress, ModelChoice model) {
        return new LoadPart(
                progress.stage(),
                progress.bytesRead(),
                model instanceof ModelChoice.Known(var file)
                        ? OptionalLong.of(file.fileBytes())
                        : OptionalLong.empty());
    }

    /**
     * Of the model, at most 99: that all is read is for the engine to say. Empty where reading has
     * not begun or cannot be measured.
     */
    public OptionalInt percent() {
        if (stage != LoadProgress.Stage.READING || read.isEmpty() || total.isEmpty()) {
            return OptionalInt.empty();
        }
        long percent = WHOLE * read.getAsLong() / Math.max(1, total.getAsLong());
        return OptionalInt.of((int) Math.min(WHOLE - 1, percent));
    }
}

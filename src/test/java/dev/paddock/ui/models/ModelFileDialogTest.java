package dev.paddock.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.StarterModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ModelFileDialogTest {
    @Test
    void opensBesideTheChosenModelButNotBesideTheStarter(@TempDir Path folder) {
        var starter = new StarterModel(folder.resolve("starter.gguf"), 1, List.of());
        var own = new ModelChoice.Reading(folder.resolve("own.gguf"));

        assertEquals(Optional.of(folder.toFile()), ModelFileDialog.folder(own, starter));
        assertEquals(
                Optional.empty(),
                ModelFileDialog.folder(new ModelChoice.Reading(starter.path()), starter));
    }
}

package dev.paddock.ui.models;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.StarterModel;
import dev.paddock.ui.words.Words;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The system's dialog for a GGUF file. */
final class ModelFileDialog {
    private ModelFileDialog() {}

    /** Opens beside the model chosen now, but for the starter, which nobody put where it is. */
    static Optional<Path> ask(Words words, Window owner, ModelChoice now, StarterModel starter) {
        var chooser = new FileChooser();
        chooser.setTitle(words.of("models.dialog"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                words.of("models.dialog.gguf"), "*.gguf", "*.GGUF"),
                        new FileChooser.ExtensionFilter(words.of("models.dialog.all"), "*"));
        folder(now, starter).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    static Optional<File> folder(ModelChoice now, StarterModel starter) {
        return now.chosen()
                .filter(path -> !path.equals(starter.path()))
                .map(Path::toAbsolutePath)
                .map(Path::getParent)
                .filter(Files::isDirectory)
                .map(Path::toFile);
    }
}

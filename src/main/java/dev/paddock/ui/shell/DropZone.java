package dev.paddock.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a model file dropped anywhere on the window and shows that it would. */
final class DropZone {
    private final Node hint;
    private final Consumer<Path> take;

    DropZone(Scene scene, Node hint, Consumer<Path> take) {
        this.hint = hint;
        this.take = take;
        scene.setOnDragOver(this::over);
        scene.setOnDragExited(_ -> hint.setVisible(false));
        scene.setOnDragDropped(this::dropped);
    }

    /** The first file that has the ending of a model. */
    static Optional<Path> model(List<File> files) {
        return files.stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(".gguf"))
                .map(File::toPath)
                .findFirst();
    }

    private void over(DragEvent event) {
        boolean fits = event.getDragboard().hasFiles() && model(files(event)).isPresent();
        hint.setVisible(fits);
        if (fits) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        var model = model(files(event));
        hint.setVisible(false);
        model.ifPresent(take);
        event.setDropCompleted(model.isPresent());
        event.consume();
    }

    private static List<File> files(DragEvent event) {
        return event.getDragboard().getFiles();
    }
}

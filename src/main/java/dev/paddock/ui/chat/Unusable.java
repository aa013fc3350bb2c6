package dev.paddock.ui.chat;

import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Says of pictures and files that were pasted or dropped why no message can hold them. */
final class Unusable {
    /** The window takes it, wherever it is dropped. */
    private static final String MODEL = ".gguf";

    private final Words words;
    private final Consumer<String> tell;

    /**
     * @param tell gets the sentence
     */
    Unusable(Words words, Consumer<String> tell) {
        this.words = words;
        this.tell = tell;
    }

    /** Tells why, if nothing in it is of use; whether it did. */
    boolean refuses(Clipboard content) {
        var why = reason(content.hasFiles() ? content.getFiles() : List.of(), isPicture(content));
        why.ifPresent(tell);
        return why.isPresent();
    }

    /** Takes what is dropped on {@code node} and is no model, to say what becomes of it. */
    void listenTo(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, this::over);
        node.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    Optional<String> reason(List<File> files, boolean picture) {
        if (!files.isEmpty()) {
            return Optional.of(
                    words.of("chat.composer.noFile", files.getFirst().getName(), files.size()));
        }
        return picture ? Optional.of(words.of("chat.composer.noPicture")) : Optional.empty();
    }

    private void over(DragEvent event) {
        if (isForUs(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isForUs(event.getDragboard())) {
            refuses(event.getDragboard());
            event.setDropCompleted(false);
            event.consume();
        }
    }

    private static boolean isForUs(Clipboard content) {
        return content.hasFiles()
                ? content.getFiles().stream().noneMatch(Unusable::isModel)
                : isPicture(content);
    }

    /** A picture that comes with its text is text: cells of a table, say. */
    private static boolean isPicture(Clipboard content) {
        return content.hasImage() && !content.hasString();
    }

    private static boolean isModel(File file) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(MODEL);
    }
}

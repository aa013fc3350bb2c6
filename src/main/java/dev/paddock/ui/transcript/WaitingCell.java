package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.ui.words.Words;

import javafx.scene.control.Label;

/** Before the first token: what the engine is doing. */
final class WaitingCell extends RowCell {
    private static final int ALL = 100;

    private final Words words;
    private final Label label = new Label();

    WaitingCell(Words words) {
        this.words = words;
        label.getStyleClass().add("waiting-text");
        label.setManaged(false);
        getChildren().add(label);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Waiting;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Waiting(_, AnswerWait(int ahead, var read))) {
            String text =
                    read.filter(it -> it.total() > 0)
                            .map(
                                    it ->
                                            words.of(
                                                    "chat.readingPrompt",
                                                    Math.min(
                                                            ALL,
                                                            ALL * it.processed() / it.total())))
                            .orElseGet(
                                    () ->
                                            ahead > 0
                                                    ? words.of("chat.waiting.slot", ahead)
                                                    : words.of("chat.waiting"));
            label.setText(text);
            setAccessibleText(text);
        }
    }

    @Override
    double measure(double width) {
        return label.prefHeight(width);
    }

    @Override
    void layoutRow() {
        label.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

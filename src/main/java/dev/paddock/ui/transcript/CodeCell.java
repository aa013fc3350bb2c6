package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;

/** A piece of a code block; the first carries the language and the copy button. */
final class CodeCell extends BlockCell {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final double SIDE = 14;
    private static final double HEADER = 34;
    private static final double BOTTOM = 12;

    private final Words words;
    private final Region panel = new Region();
    private final Label language = new Label();
    private final Button copy;
    private final RichText text = new RichText("code-text", _ -> {});
    private Piece piece = Piece.WHOLE;

    CodeCell(Words words, RowActions actions) {
        this.words = words;
        panel.getStyleClass().add("code-panel");
        language.getStyleClass().add("code-language");
        copy = CopyButton.of(words, "chat.copyCode", () -> actions.copyCode(index()));
        for (var node : List.of(panel, language, text, copy)) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Code _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Code code) {
            piece = code.piece();
            language.setText(code.language().isEmpty() ? words.of("chat.code") : code.language());
            language.setVisible(piece.first());
            copy.setVisible(piece.first());
            panel.pseudoClassStateChanged(FIRST, piece.first());
            panel.pseudoClassStateChanged(LAST, piece.last());
            text.show(code.text().isEmpty() ? List.of() : List.of(Inline.plain(code.text())));
            setAccessibleText(code.text());
        }
    }

    @Override
    double measureBlock(double width) {
        return top() + text.heightAt(width - 2 * SIDE) + (piece.last() ? BOTTOM : 0);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        panel.resizeRelocate(x, y, width, height);
        double button = copy.prefWidth(-1);
        double high = copy.prefHeight(-1);
        copy.resizeRelocate(x + width - button - 5, y + (HEADER - high) / 2, button, high);
        double label = language.prefHeight(-1);
        language.resizeRelocate(
                x + SIDE, y + (HEADER - label) / 2, width - 2 * SIDE - button, label);
        double inner = width - 2 * SIDE;
        text.resizeRelocate(x + SIDE, y + top(), inner, text.heightAt(inner));
    }

    @Override
    double markerDrop() {
        return 6;
    }

    private double top() {
        return piece.first() ? HEADER : 0;
    }

    @Override
    List<RichText> texts() {
        return List.of(text);
    }
}

package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Formulas;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** What the person wrote, in a panel on the right; a piece of a long text fills the width. */
final class QuestionCell extends RowCell {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final double SIDE = 16;
    private static final double ABOVE = 10;
    private static final double BUTTON = 64;
    private static final double WIDEST = 0.86;

    private final Words words;
    private final Region panel = new Region();
    private final RichText text;
    private final Button copy;
    private final Button edit;
    private Piece piece = Piece.WHOLE;

    QuestionCell(Words words, RowActions actions, Typesetting typesetting) {
        this.words = words;
        text = new RichText("question-text", _ -> {}, typesetting);
        panel.getStyleClass().add("question-panel");
        copy =
                CopyButton.of(
                        words,
                        "chat.copyMessage",
                        () -> row().ifPresent(row -> actions.copyMessage(row.message())));
        edit = CopyButton.icon(new FontIcon(Feather.EDIT_2), words.of("chat.edit"));
        edit.setOnAction(_ -> row().ifPresent(row -> actions.edit(row.message())));
        edit.getStyleClass().add("on-demand");
        copy.getStyleClass().add("on-demand");
        for (var node : List.of(panel, text, edit, copy)) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Question;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Question question) {
            piece = question.piece();
            panel.pseudoClassStateChanged(FIRST, piece.first());
            panel.pseudoClassStateChanged(LAST, piece.last());
            copy.setVisible(piece.first());
            edit.setVisible(piece.first());
            text.show(Formulas.in(question.text()));
            setAccessibleText(words.of("chat.youWrote", question.text()));
        }
    }

    @Override
    double measure(double width) {
        return above() + text.heightAt(inner(width)) + below();
    }

    @Override
    void layoutRow() {
        double inner = inner(getWidth());
        double shown = isWhole() ? Math.min(inner, text.naturalWidth() + 1) : inner;
        double left = getWidth() - shown - 2 * SIDE;
        panel.resizeRelocate(left, 0, shown + 2 * SIDE, getHeight());
        text.resizeRelocate(left + SIDE, above(), shown, text.heightAt(inner));
        double button = copy.prefWidth(-1);
        copy.resizeRelocate(left - button - 4, 6, button, copy.prefHeight(-1));
        edit.resizeRelocate(left - 2 * button - 4, 6, button, edit.prefHeight(-1));
    }

    private boolean isWhole() {
        return piece.first() && piece.last();
    }

    private double inner(double width) {
        return Math.floor((width - BUTTON) * WIDEST) - 2 * SIDE;
    }

    private double above() {
        return piece.first() ? ABOVE : 0;
    }

    private double below() {
        return piece.last() ? ABOVE : 0;
    }

    @Override
    List<RichText> texts() {
        return List.of(text);
    }
}

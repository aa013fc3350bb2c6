package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Formulas;

import javafx.scene.layout.Region;

import java.util.List;

/** A piece of the reasoning, set back beside a bar. */
final class ThoughtCell extends RowCell {
    private static final double INSET = 18;
    private static final double BAR = 2;

    private final Region bar = new Region();
    private final RichText text;

    ThoughtCell(Typesetting typesetting) {
        text = new RichText("thought-text", _ -> {}, typesetting);
        bar.getStyleClass().add("quote-bar");
        for (var node : List.of(bar, text)) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Thought;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Thought thought) {
            text.show(Formulas.in(thought.text()));
            setAccessibleText(thought.text());
        }
    }

    @Override
    double measure(double width) {
        return text.heightAt(width - INSET);
    }

    @Override
    void layoutRow() {
        boolean mirrored = text.isRightToLeft();
        bar.resizeRelocate(mirrored ? getWidth() - BAR : 0, 0, BAR, getHeight());
        text.resizeRelocate(mirrored ? 0 : INSET, 0, getWidth() - INSET, getHeight());
    }

    @Override
    List<RichText> texts() {
        return List.of(text);
    }
}

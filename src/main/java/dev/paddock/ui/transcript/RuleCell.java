package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;

import javafx.scene.layout.Region;

/** A line between two parts of an answer. */
final class RuleCell extends BlockCell {
    private final Region line = new Region();

    RuleCell() {
        line.getStyleClass().add("rule-line");
        line.setManaged(false);
        getChildren().add(line);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Rule _);
    }

    @Override
    void showBlock(Block block) {
        // Every rule looks the same.
    }

    @Override
    double measureBlock(double width) {
        return 1;
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        line.resizeRelocate(x, y, width, 1);
    }
}

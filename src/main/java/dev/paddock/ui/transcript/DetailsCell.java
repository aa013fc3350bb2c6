package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line that unfolds details of an answer. */
final class DetailsCell extends BlockCell {
    private static final double LEFT = 8;

    private final Words words;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Button toggle = new Button();

    DetailsCell(Words words, RowActions actions) {
        this.words = words;
        toggle.setGraphic(arrow);
        toggle.setMnemonicParsing(false);
        toggle.setAlignment(Pos.CENTER_LEFT);
        toggle.setWrapText(true);
        toggle.getStyleClass().addAll("flat", "details-toggle");
        toggle.setOnAction(_ -> actions.toggleFold(index()));
        toggle.setManaged(false);
        getChildren().add(toggle);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Details _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Details it) {
            arrow.setIconCode(it.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            String written = Inline.text(it.summary());
            String name = written.isBlank() ? words.of("chat.details") : written;
            toggle.setText(name);
            toggle.setAccessibleText(
                    words.of(it.open() ? "chat.thoughtsFold" : "chat.thoughtsUnfold", name));
            setAccessibleText(name);
        }
    }

    @Override
    double measureBlock(double width) {
        return toggle.prefHeight(wide(width));
    }

    private double wide(double width) {
        return Math.min(toggle.prefWidth(-1), width + LEFT);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        toggle.resizeRelocate(x - LEFT, y, wide(width), height);
    }
}

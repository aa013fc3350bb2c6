package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line that unfolds the reasoning. */
final class ThoughtsCell extends RowCell {
    private final Words words;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Button toggle = new Button();

    ThoughtsCell(Words words, RowActions actions) {
        this.words = words;
        toggle.setGraphic(arrow);
        toggle.setAlignment(Pos.CENTER_LEFT);
        toggle.getStyleClass().addAll("flat", "thoughts-toggle");
        toggle.setOnAction(_ -> row().ifPresent(row -> actions.toggleThoughts(row.message())));
        toggle.setManaged(false);
        getChildren().add(toggle);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Thoughts;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Thoughts(_, boolean open, boolean thinking)) {
            arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            String name = words.of(thinking ? "chat.thinking" : "chat.thoughts");
            toggle.setText(name);
            toggle.setAccessibleText(
                    words.of(open ? "chat.thoughtsFold" : "chat.thoughtsUnfold", name));
            setAccessibleText(name);
        }
    }

    @Override
    double measure(double width) {
        return toggle.prefHeight(-1);
    }

    @Override
    void layoutRow() {
        toggle.resizeRelocate(-8, 0, toggle.prefWidth(-1), toggle.prefHeight(-1));
    }
}

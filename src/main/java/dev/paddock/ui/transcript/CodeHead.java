package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above a block of code: its language, and what can be done with it. */
final class CodeHead extends HBox {
    private final Label language = new Label();
    private final ToggleButton wrap = new ToggleButton();
    private final CodeView view;

    /** What can be done with the block. */
    interface Actions {
        void copy();

        void save();
    }

    CodeHead(Words words, CodeView view, Actions actions) {
        this.view = view;
        getStyleClass().add("code-head");
        setAlignment(Pos.CENTER_LEFT);
        language.getStyleClass().add("code-language");
        language.setMinWidth(0);
        var gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        wrap.setGraphic(new FontIcon(Feather.CORNER_DOWN_LEFT));
        wrap.getStyleClass().addAll("flat", "icon-button", "row-button");
        wrap.setAccessibleText(words.of("chat.wrapCode"));
        wrap.setTooltip(new Tooltip(words.of("chat.wrapCode")));
        wrap.setOnAction(
                _ -> {
                    boolean on = wrap.isSelected();
                    view.choose(display -> display.withWrapped(on));
                });
        var save = CopyButton.icon(new FontIcon(Feather.DOWNLOAD), words.of("chat.saveCode"));
        save.setOnAction(_ -> actions.save());
        var copy = CopyButton.of(words, "chat.copyCode", actions::copy);
        getChildren().setAll(language, gap, wrap, save, copy);
    }

    void show(String name) {
        language.setText(name);
        wrap.setSelected(view.display().wrapped());
    }
}

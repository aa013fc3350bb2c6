package dev.paddock.ui.shell;

import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

/** Lists every key combination of the window. */
final class ShortcutsCard {
    private static final int COLUMNS = 2;

    private final DialogCard card;

    ShortcutsCard(Words words, Runnable hide) {
        var columns = new FlowPane();
        columns.getStyleClass().add("shortcuts");
        var all = Shortcut.values();
        int rows = Math.ceilDiv(all.length, COLUMNS);
        for (int i = 0; i < all.length; i++) {
            var text = new Label(words.of(all[i].wordKey()));
            var keys = new Label(all[i].shown());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            column(columns, i / rows).addRow(i % rows, text, keys);
        }
        card = new DialogCard(words, words.of("shell.shortcuts"), columns, hide);
        card.scrollByKeys();
    }

    /** Of those side by side, or one below the other in a narrow window. */
    private static GridPane column(FlowPane columns, int index) {
        if (index == columns.getChildren().size()) {
            var column = new GridPane();
            column.getStyleClass().add("shortcut-column");
            columns.getChildren().add(column);
        }
        return (GridPane) columns.getChildren().get(index);
    }

    Parent node() {
        return card;
    }
}

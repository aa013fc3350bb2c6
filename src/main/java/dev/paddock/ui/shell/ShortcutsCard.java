package dev.paddock.ui.shell;

import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

import java.util.ArrayList;
import java.util.List;

/** Lists every key combination of the window. */
final class ShortcutsCard {
    private static final int COLUMNS = 2;

    private final DialogCard card;

    /** The column of the names in each column of shortcuts. */
    private final List<ColumnConstraints> names = new ArrayList<>();

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
            text.setMinWidth(Label.USE_PREF_SIZE);
            text.widthProperty().subscribe(width -> widen(width.doubleValue()));
            column(columns, i / rows).addRow(i % rows, text, keys);
        }
        card = new DialogCard(words, words.of("shell.shortcuts"), columns, hide);
        card.scrollByKeys();
    }

    /** The keys of all columns stand as far from where their line begins. */
    private void widen(double width) {
        names.forEach(name -> name.setMinWidth(Math.max(name.getMinWidth(), width)));
    }

    /** Of those side by side, or one below the other in a narrow window. */
    private GridPane column(FlowPane columns, int index) {
        if (index == columns.getChildren().size()) {
            var column = new GridPane();
            var name = new ColumnConstraints();
            names.add(name);
            column.getColumnConstraints().add(name);
            column.getStyleClass().add("shortcut-column");
            columns.getChildren().add(column);
        }
        return (GridPane) columns.getChildren().get(index);
    }

    Parent node() {
        return card;
    }
}

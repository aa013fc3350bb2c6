package dev.paddock.ui.shell;

import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Lists every key combination of the window. */
final class ShortcutsCard {
    private static final int COLUMNS = 2;

    private final DialogCard card;

    ShortcutsCard(Words words, Runnable hide) {
        var grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        var all = Shortcut.values();
        int rows = Math.ceilDiv(all.length, COLUMNS);
        for (int i = 0; i < all.length; i++) {
            var text = new Label(words.of(all[i].wordKey()));
            var keys = new Label(all[i].shown());
            keys.getStyleClass().add("keys");
            int column = i / rows * 2;
            grid.add(text, column, i % rows);
            grid.add(keys, column + 1, i % rows);
        }
        card = new DialogCard(words, words.of("shell.shortcuts"), grid, hide);
    }

    Parent node() {
        return card;
    }
}

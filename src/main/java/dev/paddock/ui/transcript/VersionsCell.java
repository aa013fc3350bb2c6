package dev.paddock.ui.transcript;

import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Leads from one version of a message to the others: below an answer, and on the right of a
 * question.
 */
final class VersionsCell extends RowCell {
    private final Words words;
    private final RowActions actions;
    private final Label place = new Label();
    private final Button older;
    private final Button newer;
    private final HBox box;
    private boolean own;

    VersionsCell(Words words, RowActions actions) {
        this.words = words;
        this.actions = actions;
        older = button(Feather.CHEVRON_LEFT, -1);
        newer = button(Feather.CHEVRON_RIGHT, 1);
        place.getStyleClass().add("sibling-place");
        place.setMinWidth(USE_PREF_SIZE);
        box = new HBox(older, place, newer);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setManaged(false);
        getChildren().add(box);
    }

    private Button button(Feather icon, int step) {
        var button = CopyButton.icon(new FontIcon(icon), "");
        button.setOnAction(_ -> row().ifPresent(shown -> actions.sibling(shown.message(), step)));
        return button;
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Versions;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Versions(_, var fork, boolean mine)) {
            own = mine;
            place.setText(words.of("chat.sibling.place", fork.place(), fork.of()));
            name(older, mine ? "chat.sibling.older.own" : "chat.sibling.older", Shortcut.OLDER);
            name(newer, mine ? "chat.sibling.newer.own" : "chat.sibling.newer", Shortcut.NEWER);
            older.setDisable(fork.place() == 1);
            newer.setDisable(fork.place() == fork.of());
            setAccessibleText(words.of("chat.sibling.version", fork.place(), fork.of()));
        }
    }

    private void name(Button button, String key, Shortcut keys) {
        Tooltips.put(button, words.of(key), keys);
    }

    @Override
    double measure(double width) {
        return box.prefHeight(-1);
    }

    @Override
    void layoutRow() {
        double width = box.prefWidth(-1);
        box.resizeRelocate(own ? getWidth() - width : 0, 0, width, getHeight());
    }
}

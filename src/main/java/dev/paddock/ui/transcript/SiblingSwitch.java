package dev.paddock.ui.transcript;

import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.function.Supplier;

/** Leads from one answer to the others to the same question. Not there where there are none. */
final class SiblingSwitch extends HBox {
    private final Words words;
    private final RowActions actions;
    private final Supplier<Optional<Row>> row;
    private final Button older;
    private final Label place = new Label();
    private final Button newer;

    SiblingSwitch(Words words, RowActions actions, Supplier<Optional<Row>> row) {
        this.words = words;
        this.actions = actions;
        this.row = row;
        older = button(Feather.CHEVRON_LEFT, "chat.sibling.older", -1);
        newer = button(Feather.CHEVRON_RIGHT, "chat.sibling.newer", 1);
        place.getStyleClass().add("sibling-place");
        place.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(older, place, newer);
    }

    private Button button(Feather icon, String name, int step) {
        var button = CopyButton.icon(new FontIcon(icon), words.of(name));
        button.setOnAction(
                _ -> row.get().ifPresent(shown -> actions.sibling(shown.message(), step)));
        return button;
    }

    void show(Optional<Fork> fork) {
        setVisible(fork.isPresent());
        fork.ifPresent(
                it -> {
                    place.setText(words.of("chat.sibling.place", it.place(), it.of()));
                    older.setDisable(it.place() == 1);
                    newer.setDisable(it.place() == it.of());
                });
    }
}

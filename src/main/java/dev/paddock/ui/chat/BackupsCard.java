package dev.paddock.ui.chat;

import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.chat.HistoryRecovery;
import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** The copies of the history that can be restored, each with its button. For the FX thread. */
final class BackupsCard {
    private static final double WIDTH = 520;

    private final Words words;
    private final UiExecutor fx;
    private final HistoryRecovery recovery;
    private final Consumer<KeptCopy> restore;

    BackupsCard(Toolkit kit, HistoryRecovery recovery, Consumer<KeptCopy> restore) {
        words = kit.words();
        fx = kit.ui();
        this.recovery = recovery;
        this.restore = restore;
    }

    /** A new card, which looks for the copies of now. */
    Parent card(Runnable close) {
        var rows = new VBox(label("chat.backups.reading"));
        rows.getStyleClass().add("backup-rows");
        recovery.copies()
                .exceptionally(_ -> List.of())
                .thenAccept(copies -> fx.execute(() -> show(copies, rows, close)));
        var content = new VBox(label("chat.backups.text"), rows);
        content.getStyleClass().add("ask-content");
        content.setPrefWidth(WIDTH);
        return new DialogCard(words, words.of("chat.backups.title"), content, close);
    }

    private void show(List<KeptCopy> copies, VBox rows, Runnable close) {
        var shown = copies.stream().map(copy -> row(copy, close)).toList();
        rows.getChildren().setAll(shown.isEmpty() ? List.of(label("chat.backups.none")) : shown);
    }

    private Node row(KeptCopy copy, Runnable close) {
        var made = Date.from(copy.made());
        var holds = new Label(words.of("chat.backups.holds", copy.conversations()));
        holds.getStyleClass().add("note");
        var what = new VBox(new Label(words.of("chat.backups.made", made)), holds);
        HBox.setHgrow(what, Priority.ALWAYS);
        var button = new Button(words.of("chat.backups.restore"));
        button.setAccessibleText(words.of("chat.backups.restore.of", made));
        button.setOnAction(
                _ -> {
                    close.run();
                    restore.accept(copy);
                });
        var row = new HBox(what, button);
        row.getStyleClass().add("backup-row");
        return row;
    }

    private Label label(String key) {
        var label = new Label(words.of(key));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}

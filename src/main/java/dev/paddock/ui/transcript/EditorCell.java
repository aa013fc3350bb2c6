package dev.paddock.ui.transcript;

import dev.paddock.ui.common.GrowingArea;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.TabKey;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.words.Words;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A message while a person changes it: its text, and what is to become of that. */
final class EditorCell extends RowCell {
    private static final PseudoClass FOCUS_WITHIN = PseudoClass.getPseudoClass("focus-within");

    private final Words words;
    private final RowActions actions;
    private final GrowingArea area = new GrowingArea();
    private final Button save = new Button();
    private final Button quietly = new Button();
    private final Button cancel = new Button();
    private final Button revert = new Button();
    private final Label hint = new Label();
    private final VBox box;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Optional<MessageDraft> draft = Optional.empty();

    EditorCell(Words words, RowActions actions) {
        this.words = words;
        this.actions = actions;
        area.setWrapText(true);
        area.setAccessibleText(words.of("chat.edit.text"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.prefRowCountProperty().subscribe(_ -> heightChanged());
        TabKey.goesOn(area);
        WritingDirection.follow(area);
        quietly.setText(words.of("chat.edit.quietly"));
        cancel.setText(words.of("chat.edit.cancel"));
        revert.setText(words.of("chat.edit.revert"));
        save.getStyleClass().add("accent");
        busy.bind(actions.busy());
        busy.subscribe(_ -> refresh());
        area.textProperty().subscribe(_ -> refresh());
        Tooltips.put(cancel, words.of("chat.edit.cancel.help"));
        save.setOnAction(_ -> draft.ifPresent(it -> actions.save(it, it.own())));
        quietly.setOnAction(_ -> draft.ifPresent(it -> actions.save(it, false)));
        cancel.setOnAction(_ -> draft.ifPresent(actions::closeEditor));
        revert.setOnAction(_ -> draft.ifPresent(this::revert));
        hint.getStyleClass().add("composer-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new FlowPane(6, 6, save, quietly, cancel, revert);
        box = new VBox(area, buttons, hint);
        box.getStyleClass().add("message-editor");
        area.focusedProperty().subscribe(is -> box.pseudoClassStateChanged(FOCUS_WITHIN, is));
        box.setManaged(false);
        getChildren().add(box);
    }

    private void revert(MessageDraft it) {
        it.textProperty().set(it.message().content());
        area.requestFocus();
        area.end();
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Editor;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Editor(_, MessageDraft now)) {
            draft.ifPresent(it -> area.textProperty().unbindBidirectional(it.textProperty()));
            draft = Optional.of(now);
            area.textProperty().bindBidirectional(now.textProperty());
            area.end();
            save.setText(words.of(now.own() ? "chat.edit.ask" : "chat.edit.save"));
            Tooltips.put(save, save.getText(), Shortcut.SAVE_EDIT);
            show(quietly, now.own());
            setAccessibleText(words.of(now.own() ? "chat.edit.own" : "chat.edit.answer"));
            refresh();
        }
    }

    private void refresh() {
        boolean blank = draft.filter(it -> it.text().isEmpty()).isPresent();
        boolean changed = draft.filter(it -> !it.isUnchanged()).isPresent();
        save.setDisable(busy.get() || blank);
        quietly.setDisable(busy.get() || blank || !changed);
        show(revert, changed);
        hint.setText(
                words.of(
                        busy.get()
                                ? "chat.edit.busy"
                                : draft.filter(MessageDraft::own).isPresent()
                                        ? "chat.edit.keys"
                                        : "chat.edit.keys.answer"));
    }

    private static void show(Button button, boolean now) {
        button.setVisible(now);
        button.setManaged(now);
    }

    private void key(KeyEvent event) {
        if (Shortcut.SAVE_EDIT.keys().match(event)) {
            save.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancel.fire();
            event.consume();
        }
    }

    /** Only what is visible can have the focus. */
    @Override
    void inSight(double visible, boolean last) {
        if (draft.filter(MessageDraft::takeFocus).isPresent()) {
            area.requestFocus();
        }
    }

    @Override
    double measure(double width) {
        return box.prefHeight(width);
    }

    @Override
    void layoutRow() {
        box.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

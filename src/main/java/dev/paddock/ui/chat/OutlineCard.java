package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOutline;
import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.words.Words;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** All messages of a conversation, its versions below each other, and a way to each. */
final class OutlineCard {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 360;
    private static final double ROW = 30;
    private static final int PAGE = 10;
    private static final double EDGES = 8;

    private final ListView<MessageOutline.Line> list = new ListView<>();
    private final Consumer<MessageId> go;
    private final DialogCard card;

    /**
     * @param go told which message a person wants to see
     */
    OutlineCard(
            Words words, List<MessageOutline.Line> lines, Consumer<MessageId> go, Runnable close) {
        this.go = go;
        var hint = new Label(words.of("chat.outline.keys"));
        hint.getStyleClass().add("note");
        list.getItems().setAll(lines);
        list.setAccessibleText(words.of("chat.outline"));
        list.getStyleClass().add("outline");
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, Math.min(HEIGHT, ROW * lines.size() + EDGES));
        list.setCellFactory(_ -> new OutlineCell(words));
        list.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        VBox.setVgrow(list, Priority.ALWAYS);
        var content = new VBox(list, hint);
        content.getStyleClass().add("outline-content");
        card = new DialogCard(words, words.of("chat.outline"), content, close);
        // The card has the keys at first, so that none that was meant for elsewhere does anything.
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showLast();
    }

    DialogCard node() {
        return card;
    }

    /** The end of the branch that is shown. */
    private void showLast() {
        for (int i = list.getItems().size() - 1; i >= 0; i--) {
            if (list.getItems().get(i).shown()) {
                list.getSelectionModel().select(i);
                list.getFocusModel().focus(i);
                list.scrollTo(Math.max(0, i - (int) (HEIGHT / ROW / 2)));
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(event, -1);
            case DOWN -> move(event, 1);
            case PAGE_UP -> move(event, -PAGE);
            case PAGE_DOWN -> move(event, PAGE);
            case HOME -> move(event, -list.getItems().size());
            case END -> move(event, list.getItems().size());
            case ENTER -> {
                if (list.isFocused() || event.getTarget() == card) {
                    go();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    /** From what is marked, which a list that has just got the focus would not know. */
    private void move(KeyEvent event, int step) {
        var selection = list.getSelectionModel();
        int last = list.getItems().size() - 1;
        int next = Math.clamp((long) selection.getSelectedIndex() + step, 0, last);
        list.requestFocus();
        selection.clearAndSelect(next);
        list.scrollTo(Math.max(0, next - PAGE / 2));
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getTarget() != list) {
            go();
        }
    }

    private void go() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            go.accept(line.message().id());
        }
    }
}

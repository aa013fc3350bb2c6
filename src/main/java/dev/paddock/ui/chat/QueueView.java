package dev.paddock.ui.chat;

import dev.paddock.chat.QueuedMessage;
import dev.paddock.ui.common.GrowingArea;
import dev.paddock.ui.common.TabKey;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.transcript.WritingDirection;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** What waits to be sent, above the composer: to be changed, taken out and sent at once. */
final class QueueView extends VBox {
    private static final double HIGHEST = 132;

    private final Words words;
    private final QueueViewModel model;
    private final Runnable writeOn;
    private final Label head = new Label();
    private final VBox rows = new VBox();

    /** Of the one that is being changed. */
    private Optional<Editor> changing = Optional.empty();

    private final ScrollPane scrolling = new ScrollPane(rows);

    private record Editor(long number, VBox box, GrowingArea area) {}

    /**
     * @param writeOn gives the composer the keys
     */
    QueueView(Words words, QueueViewModel model, Runnable writeOn) {
        this.words = words;
        this.model = model;
        this.writeOn = writeOn;
        getStyleClass().add("queue");
        head.getStyleClass().add("note");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        rows.getStyleClass().add("queue-rows");
        scrolling.setFitToWidth(true);
        scrolling.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolling.setFocusTraversable(false);
        scrolling.getStyleClass().add("pane-scroll");
        scrolling
                .maxHeightProperty()
                .bind(rows.heightProperty().map(it -> Math.min(HIGHEST, it.doubleValue() + 2)));
        scrolling.minHeightProperty().bind(scrolling.maxHeightProperty());
        getChildren().setAll(head, scrolling);
        addEventFilter(MouseEvent.MOUSE_PRESSED, QueueView::onceOnly);
        addEventFilter(MouseEvent.MOUSE_RELEASED, QueueView::onceOnly);
        model.waiting().subscribe(this::fill);
        model.busyProperty().subscribe(_ -> showHead());
        fill();
    }

    /** The rows move up with the first click of two: the second would press the next one's. */
    private static void onceOnly(MouseEvent event) {
        for (var at = event.getPickResult().getIntersectedNode(); at != null; at = at.getParent()) {
            if (at instanceof Button && event.getClickCount() > 1) {
                event.consume();
            }
        }
    }

    private void fill() {
        boolean some = !model.waiting().isEmpty();
        setVisible(some);
        setManaged(some);
        boolean more = model.waiting().size() > rows.getChildren().size();
        boolean writing = changing.filter(editor -> editor.area().isFocused()).isPresent();
        changing = changing.filter(this::waits);
        rows.getChildren().setAll(model.waiting().stream().map(this::row).toList());
        showHead();
        if (more) {
            // The newest, of which there is no place before.
            applyCss();
            layout();
            scrolling.setVvalue(scrolling.getVmax());
        }
        if (writing) {
            changing.ifPresentOrElse(editor -> editor.area().requestFocus(), writeOn);
        }
    }

    private boolean waits(Editor editor) {
        return model.waiting().stream().anyMatch(one -> one.number() == editor.number());
    }

    private void showHead() {
        String key = model.busyProperty().get() ? "chat.queue.waiting" : "chat.queue.held";
        head.setText(words.of(key, model.waiting().size()));
    }

    private Node row(QueuedMessage message) {
        return changing.filter(editor -> editor.number() == message.number())
                .<Node>map(Editor::box)
                .orElseGet(() -> line(message));
    }

    private Node line(QueuedMessage message) {
        var text = new Label(firstLine(message.text()));
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAccessibleText(words.of("chat.queue.message", message.text()));
        HBox.setHgrow(text, Priority.ALWAYS);
        var send = button(Feather.ARROW_UP, "chat.queue.sendNow", () -> model.sendNow(message));
        var edit = button(Feather.EDIT_2, "chat.queue.edit", () -> change(message));
        var remove = button(Feather.X, "chat.queue.remove", () -> remove(message));
        var line = new HBox(text, send, edit, remove);
        line.getStyleClass().add("queue-line");
        return line;
    }

    private static String firstLine(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.equals(text) ? first : first + " …";
    }

    private Button button(Feather icon, String key, Runnable action) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "icon-button", "row-button");
        button.setMinWidth(USE_PREF_SIZE);
        Tooltips.put(button, words.of(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Editor editor(QueuedMessage message) {
        var area = new GrowingArea();
        area.setWrapText(true);
        area.setText(model.draft(message));
        area.textProperty().subscribe((_, text) -> model.keepDraft(message, text));
        area.setAccessibleText(words.of("chat.queue.text"));
        TabKey.goesOn(area);
        WritingDirection.follow(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> key(key, message, area));
        var keys = new Label(words.of("chat.queue.keys"));
        keys.getStyleClass().add("note");
        keys.setWrapText(true);
        keys.setMinHeight(USE_PREF_SIZE);
        return new Editor(message.number(), new VBox(area, keys), area);
    }

    /** As in the composer. */
    private void key(KeyEvent key, QueuedMessage message, GrowingArea area) {
        if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            area.replaceSelection("\n");
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.ESCAPE) {
            changing = Optional.empty();
            if (key.getCode() == KeyCode.ENTER) {
                model.replace(message, area.getText());
            }
            fill();
            writeOn.run();
            key.consume();
        }
    }

    private void change(QueuedMessage message) {
        var editor = editor(message);
        changing = Optional.of(editor);
        fill();
        editor.area().requestFocus();
        editor.area().end();
    }

    private void remove(QueuedMessage message) {
        model.remove(message);
        writeOn.run();
    }
}

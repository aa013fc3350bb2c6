package dev.paddock.ui.chat;

import dev.paddock.chat.MessageOutline;
import dev.paddock.chat.Role;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A message in the outline of its conversation. */
final class OutlineCell extends ListCell<MessageOutline.Line> {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final double STEP = 18;
    private static final double SIDE = 10;

    /** More would leave no room for words. */
    private static final int DEEPEST = 12;

    private final Words words;
    private final FontIcon icon = new FontIcon();

    OutlineCell(Words words) {
        this.words = words;
        getStyleClass().add("outline-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(MessageOutline.Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean own = line.message().role() == Role.USER;
        String title = line.message().title();
        setText(title.isEmpty() ? words.of("chat.outline.blank") : title);
        icon.setIconCode(own ? Feather.USER : Feather.MESSAGE_SQUARE);
        setGraphic(icon);
        setPadding(new Insets(0, SIDE, 0, SIDE + STEP * Math.min(DEEPEST, line.depth())));
        pseudoClassStateChanged(SHOWN, line.shown());
        String name = words.of(own ? "chat.outline.own" : "chat.outline.answer", getText());
        setAccessibleText(
                words.of(
                        line.shown() ? "chat.outline.shown" : "chat.outline.other",
                        name,
                        line.depth()));
    }
}

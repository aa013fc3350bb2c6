package dev.paddock.ui.status;

import dev.paddock.engine.log.LogLine;

import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

/** One line in the colour of its level. */
final class LogCell extends ListCell<LogLine> {
    /** Measuring longer text would cost frames; copying still takes all of it. */
    private static final int MOST_CHARACTERS = 600;

    @Override
    protected void updateItem(@Nullable LogLine line, boolean empty) {
        super.updateItem(line, empty);
        String text = empty || line == null ? "" : line.text();
        setText(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text);
        var level = LogLevel.of(text);
        for (LogLevel each : LogLevel.values()) {
            pseudoClassStateChanged(each.pseudoClass(), each == level);
        }
    }
}

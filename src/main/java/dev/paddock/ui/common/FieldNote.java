package dev.paddock.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import java.util.stream.Stream;

/**
 * A sentence below a field, with room for each it may say: nothing below moves when it says
 * another.
 */
final class FieldNote extends StackPane {
    private final Label shown = new Label();

    FieldNote() {
        setAlignment(Pos.TOP_LEFT);
        shown.getStyleClass().add("field-note");
        wrap(shown);
        getChildren().setAll(shown);
    }

    void show(String text) {
        shown.setText(text);
    }

    /** Keeps the room that the highest of these takes. */
    void reserve(String... sentences) {
        var rooms = Stream.of(sentences).filter(each -> !each.isEmpty()).map(FieldNote::room);
        getChildren().setAll(Stream.concat(Stream.of(shown), rooms).toList());
    }

    private static Label room(String sentence) {
        var room = new Label(sentence);
        room.getStyleClass().add("field-room");
        room.setVisible(false);
        wrap(room);
        return room;
    }

    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }
}

package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** The frame of the row that has the focus moves nothing in it. */
class FocusedRowTest extends ChatOnScreen {
    @Test
    void theTitleOfAConversationStaysWhereItIs() {
        ask("a title of its own");
        fake.backend.finish();
        Stages.await("listed", () -> title().isPresent());
        robot.clickOn(".text-area");
        Stages.pulses(2);
        double before = Stages.onFx(this::x);
        robot.clickOn((Node) title().orElseThrow()).type(KeyCode.DOWN);
        Stages.pulses(2);
        assertEquals(before, Stages.onFx(this::x));
    }

    private double x() {
        return title().orElseThrow().lookup(".text").localToScene(0, 0).getX();
    }

    private Optional<Label> title() {
        return all().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(it -> it.getParent().getStyleClass().contains("line"))
                .filter(it -> "a title of its own".equals(it.getText()))
                .findFirst();
    }
}

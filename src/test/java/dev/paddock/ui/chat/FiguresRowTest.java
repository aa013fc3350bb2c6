package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

/** The figures below an answer where there is little room. */
class FiguresRowTest extends ChatOnScreen {
    @Test
    void aFigureThatHasNoRoomIsLeftOutWhole() {
        ask("how?");
        fake.backend.say("so");
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        Stages.runOnFx(() -> ((BorderPane) stage.getScene().getRoot()).setRight(null));
        Stages.pulses(2);
        String whole = drawn();
        for (int width : new int[] {760, 640, 560}) {
            Stages.runOnFx(() -> stage.setWidth(width));
            Stages.pulses(3);
            assertTrue(whole.startsWith(drawn()), drawn());
        }
        assertTrue(drawn().length() < whole.length(), drawn());
        Stages.runOnFx(() -> stage.setWidth(1100));
        Stages.pulses(3);
        assertEquals(whole, drawn());
    }

    private String drawn() {
        return Stages.onFx(
                () ->
                        ((Text)
                                        one(
                                                        Button.class,
                                                        it ->
                                                                it.getStyleClass()
                                                                        .contains("figures"))
                                                .lookup(".text"))
                                .getText());
    }
}

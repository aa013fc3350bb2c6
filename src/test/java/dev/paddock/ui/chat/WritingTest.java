package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import org.junit.jupiter.api.Test;

/** Where what is written stands, and where the keys go. */
class WritingTest extends ChatOnScreen {
    @Test
    void aDraftBeginsAtTheSideThatItIsReadFrom() {
        assertTrue(firstInk("مرحبا") > 0.5);
        assertTrue(firstInk("hello مرحبا") < 0.25);
        assertTrue(firstInk("12 مرحبا hello") > 0.5);
    }

    @Test
    void theListOfConversationsShowsItsFocusThoughNoneIsOpen() {
        var list = one(ListView.class, node -> node.getStyleClass().contains("conversations"));
        robot.type(KeyCode.SHIFT);
        Stages.runOnFx(list::requestFocus);
        Stages.pulses(2);
        assertTrue(
                list.getPseudoClassStates().contains(PseudoClass.getPseudoClass("focus-visible")));
        assertFalse(ring(list).equals(Color.TRANSPARENT));
        Stages.runOnFx(views::focusComposer);
        Stages.pulses(2);
        assertEquals(Color.TRANSPARENT, ring(list));
    }

    private static Paint ring(ListView<?> list) {
        return Stages.onFx(() -> list.getBorder().getStrokes().getFirst().getTopStroke());
    }

    /** Where from the left the first letter is drawn, as a share of the width. */
    private double firstInk(String draft) {
        Stages.runOnFx(() -> input().setText(draft));
        Stages.pulses(2);
        var image = Stages.onFx(() -> input().snapshot(null, null));
        var pixels = image.getPixelReader();
        int width = (int) image.getWidth();
        int blank = pixels.getArgb(width / 2, 2);
        for (int x = 0; x < width; x++) {
            for (int y = 2; y < image.getHeight() - 2; y++) {
                if (pixels.getArgb(x, y) != blank) {
                    return (double) x / width;
                }
            }
        }
        return 1;
    }
}

package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * Each paragraph begins on the side of its first strong letter, and is selected where it stands.
 */
class DirectionOnScreenTest extends ChatOnScreen {
    private static final String ANSWER =
            """
            # כותרת

            שלום עולם, hello!

            1. פריט ראשון

            > ציטוט

            | ראש | שני |
            |---|---|
            | גוף | סוף |

            English (עברית) stays.

            ```
            קוד
            ```
            """;

    @BeforeEach
    void answer() {
        ask("שאלה?");
        fake.backend.say(ANSWER);
        fake.backend.finish();
        Stages.await("done", () -> shows("tokens/s"));
        Stages.pulses(3);
    }

    @Test
    void theyBeginWhereTheyAreReadFrom() {
        double right = edge("כותרת");
        for (String each : List.of("שלום", "ראש")) {
            assertEquals(right, edge(each), 3, each);
        }
        for (String each : List.of("פריט", "ציטוט")) {
            assertTrue(edge(each) < right - 10 && edge(each) > right - 40, each);
        }
        assertTrue(place("שני").getMaxX() < place("ראש").getMinX(), "columns");
        assertTrue(place("סוף").getMaxX() < place("גוף").getMinX(), "columns");
        var english = place("English");
        assertTrue(english.getMinX() < place("שלום").getMinX() - 5, "English on the left");
        assertTrue(Math.abs(place("קוד").getMinX() - english.getMinX()) < 30, "code on the left");
        Bounds number = place("1.");
        assertTrue(number.getMinX() > edge("פריט"), "the number before its item");
    }

    @Test
    void theQuotesBarStandsWhereTheQuoteBegins() {
        var bar = one(Node.class, it -> it.getStyleClass().contains("quote-bar"));
        double left = Stages.onFx(() -> bar.localToScene(bar.getLayoutBounds())).getMinX();
        assertTrue(left > edge("ציטוט"), left + " and " + edge("ציטוט"));
    }

    @Test
    void whatIsSelectedIsMarkedAndCopied() {
        var text = one(Text.class, it -> it.getText().startsWith("שלום"));
        var place = place("שלום");
        Bounds there = Stages.onFx(() -> text.localToScreen(text.getLayoutBounds()));
        robot.drag(there.getMaxX() - 1, there.getCenterY())
                .dropTo(there.getMinX() + 1, there.getCenterY());
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals(
                "שלום עולם, hello!", Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));
        var marks = text.getParent().getParent().lookup(".selection-panels");
        Bounds marked = Stages.onFx(() -> marks.localToScene(marks.getLayoutBounds()));
        assertEquals(place.getMinX(), marked.getMinX(), 3);
        assertEquals(place.getMaxX(), marked.getMaxX(), 3);
    }

    private double edge(String beginning) {
        return place(beginning).getMaxX();
    }

    private Bounds place(String beginning) {
        var text = one(Text.class, it -> it.getText().startsWith(beginning));
        return Stages.onFx(() -> text.localToScene(text.getLayoutBounds()));
    }
}

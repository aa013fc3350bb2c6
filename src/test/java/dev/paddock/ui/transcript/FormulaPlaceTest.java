package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Stages;

import org.junit.jupiter.api.Test;

/** A formula that is typeset is seldom as high as its source: what is read stays where it is. */
class FormulaPlaceTest extends TranscriptOnScreen {
    private static final String READ = "A line that is read.\n\n".repeat(60);
    private static final String SOURCE = "\\[\n" + "x +\n".repeat(12) + "x\n";

    @Test
    void atTheEndThatIsFollowedAGapIsLeftThatMoreTextFills() {
        String text = READ + "$y$\n\n" + SOURCE;
        on.grow(text);
        on.awaitDrawn(1);
        double before = Stages.onFx(() -> top(55));
        on.grow(text + "\\]");
        on.awaitDrawn(2);
        double typeset = Stages.onFx(() -> top(55));
        assertEquals(before, typeset, 25, "one more line came");
        assertTrue(Stages.onFx(() -> shown.view.followingProperty().get()));
        on.grow(text + "\\]\n\nmore");
        assertEquals(typeset, Stages.onFx(() -> top(55)), 0.5);
    }

    /** Where a row stands. */
    private double top(int row) {
        return shown.pane().deck().live().stream()
                .filter(cell -> cell.index() == row)
                .findFirst()
                .orElseThrow()
                .getLayoutY();
    }
}

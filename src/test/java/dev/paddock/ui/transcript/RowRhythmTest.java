package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Stages;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What stands in a row begins and ends with it; between rows there are three sizes of space. */
class RowRhythmTest extends TranscriptOnScreen {
    private static final double TIGHT = 6;
    private static final double BLOCK = 12;
    private static final double SECTION = 24;

    @Test
    void blocksOfAnyTwoKindsStandEquallyFarApart() {
        var kinds =
                List.of(
                        "A paragraph.",
                        "> A quote.",
                        "```\ncode\n```",
                        "| a | b |\n|---|---|\n| 1 | 2 |",
                        "---",
                        "1. An item.");
        for (String above : kinds) {
            for (String below : kinds) {
                if (!above.equals(below)) {
                    assertEquals(List.of(BLOCK), gaps(above + "\n\n" + below), above + below);
                }
            }
        }
    }

    @Test
    void itemsAndHeadingsBelongToWhatFollows() {
        assertEquals(List.of(TIGHT, TIGHT), gaps("- one\n- two\n  - three"));
        assertEquals(List.of(SECTION, TIGHT), gaps("Text.\n\n## Heading\n\nText."));
        assertEquals(List.of(BLOCK, BLOCK), gaps("- one\n\n  ```\n  code\n  ```\n- two"));
        assertEquals(List.of(BLOCK), gaps("> one\n>\n> two"));
    }

    @Test
    void theBarOfAQuoteHasNoHoles() {
        shown.show("> one\n>\n> ```\n> code\n> ```\n>\n> three");
        var bars = Stages.onFx(() -> places(shown.view.lookupAll(".quote-bar")));
        for (int i = 1; i < bars.size(); i++) {
            assertEquals(bars.get(i - 1)[1], bars.get(i)[0], 0.1);
        }
        assertEquals(3, bars.size());
    }

    @Test
    void thePanelOfCodeStaysInTheColumn() {
        shown.show("`a`" + " and `some code of several words`".repeat(60));
        Stages.runOnFx(
                () -> {
                    for (Node node : shown.view.lookupAll(".code-panels")) {
                        var panels = (Path) node;
                        var text = (RichText) panels.getParent();
                        var inText = panels.getBoundsInParent();
                        assertTrue(inText.getMinX() >= 0, inText.toString());
                        assertTrue(inText.getMaxX() <= text.getWidth(), inText.toString());
                    }
                });
    }

    /** From the end of what one row draws to the beginning of what the next draws. */
    private List<Double> gaps(String markdown) {
        shown.show(markdown);
        return Stages.onFx(
                () -> {
                    var drawn = drawn();
                    var gaps = new ArrayList<Double>();
                    // The last is the footer.
                    for (int i = 2; i < drawn.size() - 1; i++) {
                        gaps.add(drawn.get(i)[0] - drawn.get(i - 1)[1]);
                    }
                    return gaps;
                });
    }

    /** Top and bottom of what each row draws, but for what stands beside it. */
    private List<double[]> drawn() {
        var drawn = new ArrayList<double[]>();
        for (Node row : shown.view.lookupAll(".row")) {
            var parts =
                    ((Parent) row)
                            .getChildrenUnmodifiable().stream()
                                    .filter(it -> !it.getStyleClass().contains("quote-bar"))
                                    .filter(it -> it instanceof Region)
                                    .toList();
            var places = places(parts);
            if (row.isVisible()) {
                double top = places.getFirst()[0];
                double end = places.stream().mapToDouble(it -> it[1]).max().orElse(top);
                drawn.add(new double[] {top, end});
            }
        }
        drawn.sort((a, b) -> Double.compare(a[0], b[0]));
        return drawn;
    }

    /** Top and bottom of nodes, from above to below. */
    private static List<double[]> places(Iterable<Node> nodes) {
        var places = new ArrayList<double[]>();
        for (Node node : nodes) {
            var bounds = node.localToScene(node.getLayoutBounds());
            if (node.isVisible()) {
                places.add(new double[] {bounds.getMinY(), bounds.getMaxY()});
            }
        }
        places.sort((a, b) -> Double.compare(a[0], b[0]));
        return places;
    }
}

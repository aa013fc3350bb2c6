package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.settings.Appearance;
import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.maths.FormulaView;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

/** Formulas as a reader sees them. */
class FormulasOnScreenTest extends TranscriptOnScreen {
    private static final String EULER =
            "Euler: \\(e^{i\\pi}+1=0\\) and\n\n"
                    + "\\[\n\\frac{a_1 * b_1}{c_2} = \\{x_1, x_2\\}\n\\]\n\n"
                    + "$$a_1 * b_1 * c_1 < d$$";

    @Test
    void theyAreDrawnAndCopiedAsTheyWereWritten() {
        shown.show(EULER);
        on.awaitDrawn(3);
        assertEquals("Euler:  and", text());
        assertEquals(EULER, copied());
        var first = on.formulas().getFirst();
        assertEquals("\\(e^{i\\pi}+1=0\\)", first.getAccessibleText());
        assertTrue(first.getWidth() > 50 && first.getHeight() < 30, first::toString);
    }

    @Test
    void whereverTextStands() {
        shown.show(
                "# About $h^2$\n\n"
                        + "- $i$\n\n"
                        + "> $q$\n\n"
                        + "|$a$|b|\n"
                        + "|---|---|\n"
                        + "|$c$|d|\n\n"
                        + "It costs $5 and $10.");
        on.awaitDrawn(5);
        assertTrue(text().endsWith("It costs $5 and $10."), text());
        double heading = on.formulas().getFirst().getBaselineOffset();
        double item = on.formulas().get(1).getBaselineOffset();
        assertTrue(heading > item * 1.3, heading + " " + item);
    }

    @Test
    void inQuestionsToo() {
        var question = Samples.question("Why is $x^2 \\ge 0$ *so*?");
        Stages.runOnFx(() -> shown.transcript.update(List.of(question)));
        on.awaitDrawn(1);
        assertEquals("Why is  *so*?", text());
    }

    @Test
    void oneThatStillGrowsIsSeenAsWrittenUntilItCloses() {
        on.grow("So \\(\\frac{a_1 * b_1}{");
        assertEquals("So \\(\\frac{a_1 * b_1}{", text());
        assertTrue(on.formulas().isEmpty());
        on.grow("So \\(\\frac{a_1 * b_1}{2}\\) it is");
        on.awaitDrawn(1);
        assertEquals("So  it is", text());
    }

    @Test
    void faultyOnesAreSeenAsWrittenAndSayWhy() {
        shown.show("This $\\frac{a$ and that $x$.");
        on.awaitDrawn(1);
        Stages.await(
                "told",
                () ->
                        on.nodes(TextRun.class)
                                .anyMatch(run -> run.said().isPresent() && run.isVisible()));
        var faulty = on.nodes(TextRun.class).filter(run -> run.said().isPresent()).toList();
        assertEquals(List.of("$\\frac{a$"), faulty.stream().map(Text::getText).toList());
        assertEquals(
                "This formula is shown as written, for it cannot be typeset: “Missing close brace”",
                faulty.getFirst().said().orElseThrow());
    }

    @Test
    void aDoubleClickTakesTheWholeFormula() {
        shown.show("Take $x + y$ here");
        on.awaitDrawn(1);
        Stages.runOnFx(
                () -> {
                    var cell = cell();
                    var formula = on.formulas().getFirst();
                    var middle = formula.localToScene(formula.getWidth() * 0.7, 5);
                    var at = cell.sceneToLocal(middle);
                    var selection = shown.pane().selection();
                    selection.word(
                            new Selection.Place(cell.index(), cell.hit(at.getX(), at.getY())));
                    assertEquals("$x + y$", selection.text());
                    selection.begin(new Selection.Place(cell.index(), 2));
                    selection.extend(
                            new Selection.Place(cell.index(), cell.hit(at.getX(), at.getY())));
                    assertEquals("ke $x + y$", selection.text());
                });
    }

    @Test
    void aWideOneFitsIntoTheWindowOrScrollsSideways() {
        shown.show("$$" + "a+".repeat(40) + "b$$\n\n$$" + "a+".repeat(400) + "b$$");
        on.awaitDrawn(2);
        Stages.settle();
        Stages.runOnFx(
                () -> {
                    for (var formula : on.formulas()) {
                        var bounds = formula.localToScene(formula.getBoundsInLocal());
                        assertTrue(bounds.getMaxX() <= shown.view.getWidth(), bounds::toString);
                    }
                    var wide = on.formulas().getLast();
                    double before = left(wide);
                    wide.fireEvent(sideways(-200));
                    wide.layout();
                    assertEquals(before - 200, left(wide), 1);
                });
    }

    /** Where the drawing begins, which is what moves. */
    private static double left(FormulaView formula) {
        return formula.getChildrenUnmodifiable().get(1).getLayoutX();
    }

    private static ScrollEvent sideways(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                5,
                5,
                5,
                5,
                false,
                false,
                false,
                false,
                false,
                false,
                pixels,
                0,
                pixels,
                0,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void bothThemesHaveThemInTheColourOfTheText() {
        shown.show("Dark $x$ or light");
        on.awaitDrawn(1);
        for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
            Stages.runOnFx(() -> shown.theme.choose(appearance));
            Stages.settle();
            var ink = Stages.onFx(() -> fill(on.formulas().getFirst()));
            var text =
                    Stages.onFx(() -> on.nodes(TextRun.class).findFirst().orElseThrow().getFill());
            assertEquals(text, ink);
        }
    }

    private static Object fill(FormulaView formula) {
        var body = (Parent) formula.getChildrenUnmodifiable().get(1);
        return ((Shape) body.getChildrenUnmodifiable().getFirst()).getFill();
    }

    /** What is seen as text, without the question. */
    private String text() {
        return Stages.onFx(
                () ->
                        shown.pane().deck().live().stream()
                                .filter(cell -> cell.index() > 0 || rows() == 1)
                                .flatMap(ShownFormulas::below)
                                .filter(TextRun.class::isInstance)
                                .filter(Node::isVisible)
                                .map(run -> ((Text) run).getText())
                                .collect(Collectors.joining()));
    }

    private int rows() {
        return shown.transcript.rows().size();
    }

    private RowCell cell() {
        return shown.pane().deck().live().stream()
                .filter(ProseCell.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private String copied() {
        return Stages.onFx(
                () -> {
                    var selection = shown.pane().selection();
                    selection.begin(new Selection.Place(1, 0));
                    int last = rows() - 2;
                    selection.extend(
                            new Selection.Place(
                                    last, RowText.of(shown.transcript.rows().get(last)).length()));
                    return selection.text();
                });
    }
}

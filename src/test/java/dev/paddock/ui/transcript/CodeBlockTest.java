package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.settings.CodeDisplay;
import dev.paddock.ui.chat.Stages;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Code as it is drawn: on lines as long as they were written, all of them copied as they were. */
class CodeBlockTest extends TranscriptOnScreen {
    private static final String LONG = "value = " + "function(argument) + ".repeat(12) + "0";
    private static final String CODE =
            "def f(a):\n\tprint(a)\n\n" + LONG + "\n" + "line\n".repeat(30) + "end";

    @Test
    void longLinesScrollSidewaysAllRowsTogether() {
        shown.show("```python\n" + CODE + "\n```");
        Stages.await("a bar", () -> bar().isPresent());
        Stages.runOnFx(
                () -> {
                    assertEquals(CODE.lines().count(), drawnLines());
                    assertEquals(0, bar().orElseThrow().getValue());
                    bar().orElseThrow().requestFocus();
                    press(bar().orElseThrow(), KeyCode.RIGHT);
                });
        Stages.await("scrolled by a key", () -> offsets().equals(List.of(-40.0)));
        Stages.runOnFx(() -> wheel(-120, true));
        Stages.await("scrolled by the wheel", () -> offsets().equals(List.of(-160.0)));
        Stages.runOnFx(() -> wheel(-1_000_000, true));
        Stages.await(
                "at the end, and no farther",
                () -> bar().orElseThrow().getValue() == bar().orElseThrow().getMax());
        Stages.runOnFx(() -> assertTrue(bar().orElseThrow().getMax() < 3_000));
    }

    @Test
    void aSwitchWrapsThemAndIsOffUntilThen() {
        shown.show("```python\n" + CODE + "\n```");
        Stages.await("a bar", () -> bar().isPresent());
        var wrap = button("Wrap long lines of code");
        Stages.runOnFx(
                () -> {
                    assertFalse(((ToggleButton) wrap).isSelected());
                    wrap.fire();
                });
        Stages.await("wrapped", () -> bar().isEmpty() && drawnLines() > CODE.lines().count());
        assertTrue(Stages.onFx(() -> shown.view.code().display().wrapped()));
        Stages.runOnFx(wrap::fire);
        Stages.await("as before", () -> bar().isPresent());
        assertEquals(CODE.lines().count(), Stages.onFx(this::drawnLines));
    }

    @Test
    void whatStandsInTheHeadHasNamesAndIsReachedByKeyboard() {
        shown.show("```python\n" + CODE + "\n```");
        var names = List.of("Wrap long lines of code", "Save code as a file…", "Copy code");
        for (String name : names) {
            assertTrue(button(name).isFocusTraversable(), name);
        }
        var pressed = names.subList(1, 3).stream().map(this::button).toList();
        Stages.runOnFx(() -> pressed.forEach(ButtonBase::fire));
        assertEquals(List.of("saveCode", "copyCode"), shown.done);
        assertEquals(CODE, shown.transcript.codeFrom(1));
    }

    @Test
    void aLineOfAMegabyteIsCutForDrawingOnly() {
        String line = "abcdefgh".repeat(125_000);
        shown.show("```\nfirst\n" + line + "\n```");
        Stages.runOnFx(
                () -> {
                    for (RichText text : shown.texts()) {
                        assertTrue(text.text().length() <= 4_000);
                    }
                    shown.pane().selection().all();
                    var copied = shown.pane().selection().text();
                    assertEquals(line.length() + 9, copied.length());
                    assertTrue(copied.endsWith("first\n" + line));
                });
        assertTrue(shown.transcript.codeFrom(1).equals("first\n" + line));
    }

    @Test
    void aSelectionByMouseIsWhatWasWritten() {
        String code = CODE.replace("\n", "\r\n");
        shown.show("- item\r\n\r\n  ```python\r\n  " + code.replace("\n", "\n  ") + "\r\n  ```");
        Stages.await("a bar", () -> bar().isPresent());
        Stages.runOnFx(
                () -> {
                    var cells = shown.code();
                    var first = (CodeCell) cells.getFirst();
                    var last = (CodeCell) cells.getLast();
                    drag(first, new Point2D(0, 35), last, new Point2D(690, last.getHeight() - 2));
                    assertEquals(code, shown.pane().selection().text());
                });
    }

    @Test
    void linesStandEquallyFarApartAcrossRows() {
        shown.show("```\n" + "line\n".repeat(30) + "```");
        Stages.runOnFx(
                () -> {
                    var tops = new ArrayList<Double>();
                    for (RichText text : shown.texts()) {
                        for (var line : text.lines()) {
                            tops.add(text.localToScene(0, line.top()).getY());
                        }
                    }
                    assertEquals(30, tops.size());
                    for (int i = 1; i < tops.size(); i++) {
                        assertEquals(tops.get(1) - tops.get(0), tops.get(i) - tops.get(i - 1), 1);
                    }
                });
    }

    @Test
    void linesHaveNumbersWhereAPersonWantsThemAndCopiesHaveNone() {
        String code = "one\n\n" + "w ".repeat(200) + "\n" + "line\n".repeat(30) + "end";
        shown.show("```\n" + code + "\n```");
        assertEquals(List.of(), numbers());
        Stages.runOnFx(() -> shown.view.code().show(new CodeDisplay(true, true)));
        Stages.await("numbers", () -> numbers().size() == 34);
        Stages.pulses(2);
        Stages.runOnFx(
                () -> {
                    assertEquals(IntStream.rangeClosed(1, 34).boxed().toList(), numbers());
                    assertTrue(drawnLines() > 34, "a line has wrapped");
                    shown.pane().selection().all();
                    assertTrue(shown.pane().selection().text().endsWith(code));
                    shown.view.code().show(CodeDisplay.DEFAULT);
                });
        Stages.await("none", () -> numbers().isEmpty());
    }

    private List<Integer> numbers() {
        return shown.code().stream()
                .flatMap(cell -> cell.lookupAll(".code-number").stream())
                .filter(it -> it.isVisible() && it.getParent().isVisible())
                .map(it -> Integer.valueOf(((Text) it).getText()))
                .toList();
    }

    private long drawnLines() {
        return shown.texts().stream().mapToLong(text -> text.lines().size()).sum();
    }

    /** How far the lines are scrolled, without those that are the same. */
    private List<Double> offsets() {
        double start = shown.code().getFirst().lookup(".code-panel").getLayoutX() + 14;
        return shown.texts().stream().map(text -> text.getLayoutX() - start).distinct().toList();
    }

    private Optional<ScrollBar> bar() {
        return shown.view.lookupAll(".sideways-scroll").stream()
                .filter(Node::isVisible)
                .filter(bar -> bar.getParent().isVisible())
                .map(ScrollBar.class::cast)
                .findFirst();
    }

    private ButtonBase button(String name) {
        return Stages.onFx(
                () ->
                        shown.view.lookupAll(".icon-button").stream()
                                .filter(it -> name.equals(it.getAccessibleText()))
                                .map(ButtonBase.class::cast)
                                .findFirst()
                                .orElseThrow());
    }

    private static void press(Node target, KeyCode code) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }

    private void wheel(double delta, boolean shift) {
        Event.fireEvent(
                shown.texts().getFirst(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        10,
                        10,
                        10,
                        10,
                        shift,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(shown.texts().getFirst(), 10, 10)));
    }

    private void drag(Node from, Point2D start, Node to, Point2D end) {
        mouse(MouseEvent.MOUSE_PRESSED, from.localToScene(start));
        mouse(MouseEvent.MOUSE_DRAGGED, to.localToScene(end));
        mouse(MouseEvent.MOUSE_RELEASED, to.localToScene(end));
    }

    private void mouse(EventType<MouseEvent> type, Point2D at) {
        var deck = shown.pane().deck();
        Event.fireEvent(
                deck,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(deck, at.getX(), at.getY())));
    }
}

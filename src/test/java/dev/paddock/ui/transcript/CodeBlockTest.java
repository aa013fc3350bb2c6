package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.words.Words;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code as it is drawn: on lines as long as they were written, all of them copied as they were. */
class CodeBlockTest {
    private static final String LONG = "value = " + "function(argument) + ".repeat(12) + "0";
    private static final String CODE =
            "def f(a):\n\tprint(a)\n\n" + LONG + "\n" + "line\n".repeat(30) + "end";

    private final Transcript transcript = new Transcript();
    private final List<String> done = new ArrayList<>();
    private Stage stage;
    private TranscriptView view;

    @BeforeAll
    static void toolkit() {
        Stages.startToolkit();
    }

    @BeforeEach
    void open() {
        Stages.runOnFx(
                () -> {
                    view = new TranscriptView(transcript, new Words(), actions());
                    var scene = new Scene(view, 700, 900);
                    new Theme().dress(scene);
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
    }

    @AfterEach
    void close() {
        Stages.runOnFx(stage::close);
    }

    @Test
    void longLinesScrollSidewaysAllRowsTogether() {
        show("```python\n" + CODE + "\n```");
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
        show("```python\n" + CODE + "\n```");
        Stages.await("a bar", () -> bar().isPresent());
        var wrap = button("Wrap long lines of code");
        Stages.runOnFx(
                () -> {
                    assertFalse(((ToggleButton) wrap).isSelected());
                    wrap.fire();
                });
        Stages.await("wrapped", () -> bar().isEmpty() && drawnLines() > CODE.lines().count());
        assertTrue(Stages.onFx(() -> view.code().display().wrapped()));
        Stages.runOnFx(wrap::fire);
        Stages.await("as before", () -> bar().isPresent());
        assertEquals(CODE.lines().count(), Stages.onFx(this::drawnLines));
    }

    @Test
    void whatStandsInTheHeadHasNamesAndIsReachedByKeyboard() {
        show("```python\n" + CODE + "\n```");
        var names = List.of("Wrap long lines of code", "Save code as a file…", "Copy code");
        for (String name : names) {
            assertTrue(button(name).isFocusTraversable(), name);
        }
        var pressed = names.subList(1, 3).stream().map(this::button).toList();
        Stages.runOnFx(() -> pressed.forEach(ButtonBase::fire));
        assertEquals(List.of("saveCode", "copyCode"), done);
        assertEquals(CODE, transcript.codeFrom(1));
    }

    @Test
    void aLineOfAMegabyteIsCutForDrawingOnly() {
        String line = "abcdefgh".repeat(125_000);
        show("```\nfirst\n" + line + "\n```");
        Stages.runOnFx(
                () -> {
                    for (RichText text : texts()) {
                        assertTrue(text.text().length() <= 4_000);
                    }
                    pane().selection().all();
                    var copied = pane().selection().text();
                    assertEquals(line.length() + 9, copied.length());
                    assertTrue(copied.endsWith("first\n" + line));
                });
        assertTrue(transcript.codeFrom(1).equals("first\n" + line));
    }

    @Test
    void aSelectionByMouseIsWhatWasWritten() {
        String code = CODE.replace("\n", "\r\n");
        show("- item\r\n\r\n  ```python\r\n  " + code.replace("\n", "\n  ") + "\r\n  ```");
        Stages.await("a bar", () -> bar().isPresent());
        Stages.runOnFx(
                () -> {
                    var cells = code();
                    var first = (CodeCell) cells.getFirst();
                    var last = (CodeCell) cells.getLast();
                    drag(first, new Point2D(0, 35), last, new Point2D(690, last.getHeight() - 2));
                    assertEquals(code, pane().selection().text());
                });
    }

    @Test
    void linesStandEquallyFarApartAcrossRows() {
        show("```\n" + "line\n".repeat(30) + "```");
        Stages.runOnFx(
                () -> {
                    var tops = new ArrayList<Double>();
                    for (RichText text : texts()) {
                        for (double top : text.lineTops()) {
                            tops.add(text.localToScene(0, top).getY());
                        }
                    }
                    assertEquals(30, tops.size());
                    for (int i = 1; i < tops.size(); i++) {
                        assertEquals(tops.get(1) - tops.get(0), tops.get(i) - tops.get(i - 1), 1);
                    }
                });
    }

    private void show(String markdown) {
        var question = Samples.question("?");
        Stages.runOnFx(
                () -> transcript.update(List.of(question, Samples.answer(question, markdown, ""))));
        Stages.pulses(3);
    }

    private RowsPane pane() {
        return (RowsPane) view.focusTarget();
    }

    private List<RowCell> code() {
        return pane().deck().live().stream().filter(CodeCell.class::isInstance).toList();
    }

    private List<RichText> texts() {
        return code().stream().flatMap(cell -> cell.texts().stream()).toList();
    }

    private long drawnLines() {
        return texts().stream().mapToLong(text -> text.lineTops().size()).sum();
    }

    /** How far the lines are scrolled, without those that are the same. */
    private List<Double> offsets() {
        double start = code().getFirst().lookup(".code-panel").getLayoutX() + 14;
        return texts().stream().map(text -> text.getLayoutX() - start).distinct().toList();
    }

    private Optional<ScrollBar> bar() {
        return view.lookupAll(".code-scroll").stream()
                .filter(Node::isVisible)
                .filter(bar -> bar.getParent().isVisible())
                .map(ScrollBar.class::cast)
                .findFirst();
    }

    private ButtonBase button(String name) {
        return Stages.onFx(
                () ->
                        view.lookupAll(".icon-button").stream()
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
                texts().getFirst(),
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
                        new PickResult(texts().getFirst(), 10, 10)));
    }

    private void drag(Node from, Point2D start, Node to, Point2D end) {
        mouse(MouseEvent.MOUSE_PRESSED, from.localToScene(start));
        mouse(MouseEvent.MOUSE_DRAGGED, to.localToScene(end));
        mouse(MouseEvent.MOUSE_RELEASED, to.localToScene(end));
    }

    private void mouse(EventType<MouseEvent> type, Point2D at) {
        var deck = pane().deck();
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

    private RowActions actions() {
        return (RowActions)
                java.lang.reflect.Proxy.newProxyInstance(
                        RowActions.class.getClassLoader(),
                        new Class<?>[] {RowActions.class},
                        (_, method, _) -> {
                            done.add(method.getName());
                            return null;
                        });
    }
}

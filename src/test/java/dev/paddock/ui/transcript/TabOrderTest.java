package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tab goes through the buttons of the transcript as one reads it, and leaves none out. */
class TabOrderTest extends TranscriptOnScreen {
    private static final String CODE = "Before.\n\n```java\nint x;\n```\n\nAfter.";
    private static final int MOST_STOPS = 200;
    private static final double FAR = 100_000;

    @Test
    void eachButtonOfSeveralAnswersIsReachedFromTopToBottom() {
        var first = Samples.question("One");
        var firstAnswer = Samples.answer(first, CODE, "");
        update(List.of(first, firstAnswer));
        var second = Samples.question("Two");
        update(List.of(first, firstAnswer, second, Samples.answering(second)));
        update(List.of(first, firstAnswer, second, Samples.answer(second, "Prose.\n\nMore.", "")));
        update(List.of(first, firstAnswer, second, Samples.answer(second, CODE, "")));
        Stages.runOnFx(() -> shown.transcript.forks(Map.of(firstAnswer.id(), new Fork(2, 3))));
        Stages.pulses(3);
        assertWalk();
    }

    @Test
    void aButtonAboveWhatIsInSightComesIntoSightWithTheFocus() {
        shown.show("```java\n" + "int x;\n".repeat(60) + "```\n");
        Stages.runOnFx(() -> shown.pane().scrollBy(-FAR));
        Stages.pulses(3);
        Stages.runOnFx(this::cutTheHeadOff);
        Stages.pulses(3);
        var stops = walk();
        assertTrue(stops.stream().map(Stop::name).toList().contains("Copy code"), stops::toString);
        for (var stop : stops) {
            assertTrue(stop.inSight(), stop::toString);
        }
    }

    @Test
    void tabGoesThroughAllRowsAndBackAlsoThoseOutOfSight() {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < 12; i++) {
            var question = Samples.question("Question " + i);
            messages.add(question);
            messages.add(Samples.answer(question, "Text.\n\n".repeat(40) + CODE, ""));
        }
        update(messages);
        Stages.runOnFx(() -> shown.pane().scrollBy(-FAR));
        Stages.pulses(3);
        var down = walk();
        assertEquals(12, down.stream().filter(stop -> stop.name().equals("Copy code")).count());
        assertEquals(24, down.stream().filter(stop -> stop.name().equals("Copy message")).count());
        assertTrue(down.stream().allMatch(Stop::inSight), down::toString);
        var up = back();
        assertEquals(names(down.reversed()), names(up));
        assertTrue(up.stream().allMatch(Stop::inSight), up::toString);
    }

    /** From the last stop on, which Tab has left for where the way goes round. */
    private List<Stop> back() {
        var stops = new ArrayList<Stop>();
        do {
            Stages.runOnFx(() -> tab(true));
            Stages.pulses(2);
            stops.add(Stages.onFx(this::stop));
        } while (stops.size() < MOST_STOPS && Stages.onFx(this::isInRows));
        stops.removeLast();
        return stops;
    }

    @Test
    void aLinkInATableComesIntoSightSideways() {
        String cells = "| a long cell that takes its room ".repeat(9);
        shown.show(
                cells + "| x |\n" + "|---".repeat(10) + "|\n" + cells + "| [far](https://a.b) |\n");
        var table = Stages.onFx(() -> shown.cell(TableCell.class));
        Stages.runOnFx(() -> shown.pane().requestFocus());
        Stages.runOnFx(() -> shown.pane().requestFocus());
        for (int stop = 0; stop < 3; stop++) {
            Stages.runOnFx(() -> tab(false));
        }
        Stages.pulses(3);
        var link = Stages.onFx(() -> shown.stage.getScene().getFocusOwner());
        assertEquals("far", Stages.onFx(link::getAccessibleText));
        var place = Stages.onFx(() -> RowFocus.within(link, table));
        assertTrue(place.getMinX() >= 0 && place.getMaxX() <= table.getWidth(), place::toString);
    }

    /** Half of the code's buttons is above what is in sight. */
    private void cutTheHeadOff() {
        Node head = shown.pane().lookup(".code-head");
        shown.pane().scrollBy(shown.pane().sceneToLocal(middlePoint(head)).getY());
    }

    private static Point2D middlePoint(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private void update(List<Message> messages) {
        Stages.runOnFx(() -> shown.transcript.update(messages));
        Stages.pulses(3);
    }

    private void assertWalk() {
        var buttons =
                Stages.onFx(
                        () ->
                                shown.pane().deck().lookupAll("*").stream()
                                        .filter(ButtonBase.class::isInstance)
                                        .filter(TabOrderTest::isShown)
                                        .sorted(Comparator.comparingDouble(TabOrderTest::left))
                                        .sorted(Comparator.comparingDouble(TabOrderTest::middle))
                                        .map(Node::getAccessibleText)
                                        .toList());
        assertTrue(buttons.contains("Copy code"), buttons::toString);
        assertEquals(buttons, walk().stream().map(Stop::name).toList());
    }

    private record Stop(String name, boolean inSight) {}

    private static List<String> names(List<Stop> stops) {
        return stops.stream().map(Stop::name).toList();
    }

    /** From the pane on, as long as the focus is within it. */
    private List<Stop> walk() {
        var stops = new ArrayList<Stop>();
        Stages.runOnFx(() -> shown.pane().requestFocus());
        for (int i = 0; i < MOST_STOPS && Stages.onFx(() -> tab(false)); i++) {
            Stages.pulses(2);
            stops.add(Stages.onFx(this::stop));
        }
        return stops;
    }

    /** Whether the focus is in the rows then. */
    private boolean tab(boolean back) {
        Event.fireEvent(
                shown.stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
        return isInRows();
    }

    private boolean isInRows() {
        Node at = shown.stage.getScene().getFocusOwner();
        while (at != null && at != shown.pane().deck()) {
            at = at.getParent();
        }
        return at != null;
    }

    private Stop stop() {
        var owner = shown.stage.getScene().getFocusOwner();
        Bounds bounds = owner.localToScene(owner.getLayoutBounds());
        boolean inSight = bounds.getMinY() >= 0 && bounds.getMaxY() <= shown.pane().getHeight();
        return new Stop(owner.getAccessibleText(), inSight);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return false;
            }
        }
        return true;
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    /** Of its line: what stands side by side differs in height by less than that. */
    private static double middle(Node node) {
        return Math.round(node.localToScene(node.getLayoutBounds()).getCenterY() / 8);
    }
}

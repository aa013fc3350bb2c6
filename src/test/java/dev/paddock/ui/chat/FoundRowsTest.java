package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;

import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was found is drawn in its own row, however long it is. */
class FoundRowsTest extends ChatOnScreen {
    private static final String LOREM =
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor"
                    + " incididunt ut labore et dolore magna aliqua, ut enim ad minim veniam. ";

    @BeforeEach
    void fill() {
        fake.history.put(
                Conversation.untitled("Lorem ipsum and what else " + LOREM, Samples.NOW),
                talk(LOREM.repeat(3), "漢字かな交じり文".repeat(12) + "lorem", "x".repeat(300) + "lorem"));
        fake.history.put(
                Conversation.untitled("Taxes", Samples.NOW.minusSeconds(10)),
                talk(
                        "y".repeat(90) + " lorem " + LOREM,
                        "ไม่ได้ผู้ใหญ่ที่นี่ ".repeat(9) + " lorem 👩‍👩‍👧‍👦👍🏽"));
        fake.history.put(
                Conversation.untitled(LOREM + "at last", Samples.NOW.minusSeconds(20)),
                talk("Short lorem.", "Lorem\n\n# Heading\n\nlorem " + LOREM));
        fake.conversations.load().join();
        Stages.await("listed", () -> shows("Taxes"));
    }

    @ParameterizedTest
    @CsvSource({"240, 1", "180, 1", "420, 1", "240, 2"})
    void noRowIsDrawnOverAnother(double width, double zoom) {
        Stages.runOnFx(
                () -> {
                    views.sidebar().setStyle("-fx-pref-width: " + width);
                    stage.getScene().getRoot().getTransforms().setAll(new Scale(zoom, zoom));
                });
        find("lorem");
        Stages.settle();
        var rows = Stages.onFx(this::rows);
        assertTrue(rows.size() >= 8, rows::toString);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            assertTrue(!row.texts().isEmpty(), "nothing is drawn");
            for (var text : row.texts()) {
                assertTrue(contains(row.cell(), text), () -> text + " leaves " + row.cell());
            }
            if (i > 0) {
                double end = rows.get(i - 1).cell().getMaxY();
                assertEquals(end, row.cell().getMinY(), 0.5, "next to each other");
            }
        }
    }

    @Test
    void whatWasFoundIsInSight() {
        find("lorem");
        Stages.settle();
        var rows = Stages.onFx(this::rows);
        for (var row : rows) {
            assertTrue(
                    row.said().toLowerCase(Locale.ROOT).contains("lorem")
                            || row.said().equals("Taxes"),
                    row::said);
        }
        assertTrue(rows.stream().anyMatch(row -> row.said().endsWith("…")), "cut");
    }

    private record Drawn(Bounds cell, List<Bounds> texts, String said) {}

    private List<Drawn> rows() {
        var list = stage.getScene().lookup(".conversations");
        return list.lookupAll(".conversation-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .map(FoundRowsTest::drawn)
                .sorted(Comparator.comparingDouble(row -> row.cell().getMinY()))
                .toList();
    }

    private static Drawn drawn(ListCell<?> cell) {
        var texts = new ArrayList<Bounds>();
        var said = new StringBuilder();
        cell.lookupAll("*").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isEmpty() && isShown(text))
                .forEach(
                        text -> {
                            texts.add(text.localToScene(text.getBoundsInLocal()));
                            said.append(text.getText());
                        });
        return new Drawn(cell.localToScene(cell.getBoundsInLocal()), texts, said.toString());
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - 0.5
                && inner.getMaxX() <= outer.getMaxX() + 0.5
                && inner.getMinY() >= outer.getMinY() - 0.5
                && inner.getMaxY() <= outer.getMaxY() + 0.5;
    }

    private void find(String what) {
        Stages.runOnFx(views::focusSearch);
        robot.write(what);
        Stages.await("found", () -> stage.getScene().lookup(".found-place") != null);
    }

    private static List<Message> talk(String... answers) {
        var all = new ArrayList<Message>();
        for (var answer : answers) {
            var question = Samples.question("What about lorem and " + answer);
            all.add(question);
            all.add(Samples.answer(question, answer, ""));
        }
        return all;
    }
}

package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A row whose cell throws becomes plain text; the others and the window go on. */
class BrokenRowTest {
    private static final int ROWS = 8;
    private static final Words WORDS = new Words();
    private static final String NOTE = "This part could not be drawn as it should be. Its text:";

    private final List<Row> rows = new ArrayList<>();
    private Stage stage;
    private RowsPane pane;

    /** Where a cell can throw. */
    enum Place {
        SHOW,
        MEASURE,
        LAYOUT,
        CHILD
    }

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void closed() {
        onFx(
                () -> {
                    stage.hide();
                    return null;
                });
        assertFalse(stage.isShowing());
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, task);
    }

    @ParameterizedTest
    @CsvSource({
        "SHOW, 0", "SHOW, 2", "SHOW, 3", "SHOW, 5", "SHOW, 7",
        "MEASURE, 0", "MEASURE, 2", "MEASURE, 3", "MEASURE, 5", "MEASURE, 7",
        "LAYOUT, 0", "LAYOUT, 2", "LAYOUT, 3", "LAYOUT, 5", "LAYOUT, 7",
        "CHILD, 0", "CHILD, 2", "CHILD, 3", "CHILD, 5", "CHILD, 7"
    })
    void isPlainTextAndTheOthersAreAsEver(Place place, int broken) throws TimeoutException {
        for (int i = 0; i < ROWS; i++) {
            rows.add(paragraph("row " + i));
        }
        show(place, rows.get(broken));

        awaitPlain("row " + broken);

        onFx(
                () -> {
                    pane.scrollBy(-40);
                    rows.add(paragraph("one more"));
                    pane.changed(ROWS, 0, 1);
                    pane.follow();
                    return null;
                });
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> onFx(() -> seen().contains("one more")));
        var seen = onFx(this::seen);
        assertEquals(1, seen.stream().filter(NOTE::equals).count(), seen.toString());
        for (int i = 0; i < ROWS; i++) {
            assertTrue(seen.contains("row " + i), "row " + i + " of " + seen);
        }
    }

    private void awaitPlain(String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> onFx(() -> seen().contains(NOTE) && seen().contains(text)));
    }

    private void show(Place place, Row broken) {
        onFx(
                () -> {
                    pane = new RowsPane(rows, new FaultyCells(place, broken));
                    stage = new Stage();
                    stage.setScene(new Scene(new Holder(pane), 600, 700));
                    stage.show();
                    return null;
                });
    }

    private static Row paragraph(String text) {
        return new Row.Answer(
                MessageId.random(),
                new Block.Paragraph(Indent.NONE, List.of(Inline.plain(text)), Piece.WHOLE));
    }

    /** The texts of the cells in sight, a paragraph's as one. */
    private List<String> seen() {
        var texts = new ArrayList<String>();
        for (RowCell cell : pane.deck().live()) {
            if (cell.isVisible()) {
                cell.texts().forEach(each -> texts.add(each.text()));
                cell.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(each -> ((Text) each).getText())
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static final class Holder extends Region {
        Holder(RowsPane pane) {
            getChildren().add(pane);
        }

        @Override
        protected void layoutChildren() {
            getChildren().getFirst().resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private static final class FaultyCells extends Cells {
        private final Place place;
        private final Row broken;

        FaultyCells(Place place, Row broken) {
            super(
                    WORDS,
                    new NoActions(),
                    new CodeBlocks(List.of(), new CodeView(), Runnable::run),
                    Runnable::run,
                    _ -> Optional.empty());
            this.place = place;
            this.broken = broken;
        }

        @Override
        RowCell cellFor(Row row) {
            return row.equals(broken) ? new FaultyCell(place) : super.cellFor(row);
        }
    }

    private static final class FaultyCell extends RowCell {
        private final Place place;

        FaultyCell(Place place) {
            this.place = place;
            getChildren().add(new FaultyChild(place));
        }

        private void fault(Place here) {
            if (place == here) {
                throw new IllegalStateException("planted in " + here);
            }
        }

        @Override
        boolean suits(Row other) {
            return false;
        }

        @Override
        void show(Row next) {
            fault(Place.SHOW);
        }

        @Override
        double measure(double width) {
            fault(Place.MEASURE);
            return 30;
        }

        @Override
        void layoutRow() {
            fault(Place.LAYOUT);
            getChildren().getFirst().resizeRelocate(0, 0, getWidth(), 20);
        }
    }

    private static final class FaultyChild extends Parent {
        private final Place place;

        FaultyChild(Place place) {
            this.place = place;
        }

        @Override
        protected void layoutChildren() {
            if (place == Place.CHILD) {
                throw new IllegalStateException("planted in a child");
            }
        }
    }

    private static final class NoActions implements RowActions {
        @Override
        public void toggleDetails(MessageId message) {}

        @Override
        public void toggleFold(int row) {}

        @Override
        public void open(String address) {}

        @Override
        public void copyCode(int row) {}

        @Override
        public void saveCode(int row) {}

        @Override
        public void copyMessage(MessageId message) {}

        @Override
        public void compose(MessageId message) {}

        @Override
        public void ask(MessageId message) {}

        @Override
        public void retry(MessageId message) {}

        @Override
        public ReadOnlyBooleanProperty busy() {
            return new ReadOnlyBooleanWrapper();
        }

        @Override
        public void edit(MessageId message) {}

        @Override
        public void save(MessageDraft draft, boolean ask) {}

        @Override
        public void closeEditor(MessageDraft draft) {}

        @Override
        public void continueAnswer(MessageId message) {}

        @Override
        public void showOutline() {}

        @Override
        public void branch(MessageId message) {}

        @Override
        public void delete(MessageId message, boolean below) {}

        @Override
        public void sibling(MessageId message, int step) {}

        @Override
        public void toggleThoughts(MessageId message) {}
    }
}

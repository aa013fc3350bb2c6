package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The focus within the rows: what it goes to comes into sight, and Tab goes on in the rows that
 * have no cell yet, as if all had one. F6 leads out.
 */
final class RowFocus {
    private final RowsPane pane;
    private final List<Row> rows;

    RowFocus(RowsPane pane, List<Row> rows) {
        this.pane = pane;
        this.rows = rows;
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::follow);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What was clicked is in sight. */
    private void follow(@Nullable Node owner) {
        if (owner != null && owner.isFocusVisible()) {
            cellOf(owner).ifPresent(cell -> show(owner, cell));
        }
    }

    private void show(Node owner, RowCell cell) {
        cell.showSideways(owner);
        pane.show(owner);
    }

    private Optional<RowCell> cellOf(Node owner) {
        for (Node at = owner; at != null && at != pane; at = at.getParent()) {
            if (at instanceof RowCell cell) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private void key(KeyEvent event) {
        boolean tab = event.getCode() == KeyCode.TAB && !event.isShortcutDown();
        if (tab && !event.isAltDown() && event.getTarget() instanceof Node owner) {
            boolean back = event.isShiftDown();
            // In front of the first row is the pane itself.
            boolean leaves = back && owner == pane;
            if (!leaves && !hasNext(owner, back) && goOn(back)) {
                event.consume();
            }
        }
    }

    /** Whether there is a stop in sight in that direction, which the toolkit then finds itself. */
    private boolean hasNext(Node owner, boolean back) {
        var stops = new ArrayList<Node>();
        pane.deck().live().forEach(cell -> collect(cell, stops));
        int at = stops.indexOf(owner);
        return back ? at > 0 : at + 1 < stops.size();
    }

    /** Goes to the next stop that is out of sight, if there is one. */
    private boolean goOn(boolean back) {
        int step = back ? -1 : 1;
        for (int row = edge(back) + step; row >= 0 && row < rows.size(); row += step) {
            var stop = mayHaveStop(rows.get(row)) ? stop(row, back) : Optional.<Node>empty();
            if (stop.isPresent()) {
                stop.get().requestFocus();
                cellOf(stop.get()).ifPresent(cell -> show(stop.get(), cell));
                return true;
            }
        }
        return false;
    }

    /** The first row in sight, or the last. */
    private int edge(boolean back) {
        var indexes = pane.deck().live().stream().mapToInt(RowCell::index);
        return back ? indexes.min().orElse(0) : indexes.max().orElse(rows.size());
    }

    private Optional<Node> stop(int row, boolean last) {
        pane.bring(row);
        var stops = new ArrayList<Node>();
        pane.deck().live().stream()
                .filter(cell -> cell.index() == row)
                .forEach(cell -> collect(cell, stops));
        return stops.isEmpty()
                ? Optional.empty()
                : Optional.of(last ? stops.getLast() : stops.getFirst());
    }

    /** Most rows are text and code; none of them needs a cell to see that nothing is in it. */
    private static boolean mayHaveStop(Row row) {
        return switch (row) {
            case Row.Answer(_, Block.Paragraph text) ->
                    text.text().stream().anyMatch(run -> run.link().isPresent());
            case Row.Answer(_, Block.Code code) -> code.piece().first() || code.piece().last();
            case Row.Answer _,
                    Row.Question _,
                    Row.Thoughts _,
                    Row.Waiting _,
                    Row.Notice _,
                    Row.Footer _,
                    Row.Versions _,
                    Row.Editor _ ->
                    true;
        };
    }

    private static void collect(Node node, List<Node> stops) {
        if (node.isVisible() && !node.isDisabled()) {
            if (node.isFocusTraversable()) {
                stops.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
            }
        }
    }

    /** Of {@code node} within {@code parent}, or around it. */
    static Bounds within(Node node, Node parent) {
        return parent.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}

package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.FrameCoalescer;
import dev.paddock.ui.common.UiThread;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The cells in sight, by row, and those that wait to be used again. */
final class VisibleCells extends Region {
    private final Cells cells;
    private final Runnable focusLost;
    private final FrameCoalescer afterLayout;
    private final Map<Row, RuntimeException> broken = new HashMap<>();
    private final Set<Row> plain = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final List<RowCell> spare = new ArrayList<>();
    private TreeMap<Integer, RowCell> live = new TreeMap<>();
    private Optional<MessageId> pointed = Optional.empty();
    private Optional<MessageId> focused = Optional.empty();

    /**
     * @param focusLost called when the cell that had the focus is put away
     * @param relayout called when rows in sight need another layout
     */
    VisibleCells(Cells cells, Runnable focusLost, Runnable relayout) {
        afterLayout =
                new FrameCoalescer(
                        new UiThread(),
                        () -> {
                            broken.forEach(this::giveUp);
                            broken.clear();
                            relayout.run();
                        });
        this.cells = cells;
        this.focusLost = focusLost;
        setManaged(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setOnMouseMoved(
                event -> point(nearest(event.getY()).flatMap(RowCell::row).map(Row::message)));
        setOnMouseExited(_ -> point(Optional.empty()));
    }

    Collection<RowCell> live() {
        return live.values();
    }

    /**
     * Shows formulas that have been typeset, in cells that have been put away once they come back.
     *
     * @param hidden so many pixels of the row {@code top} are above all that is in sight
     * @return whether in that row they stand there only
     */
    boolean showTypeset(int top, double hidden) {
        spare.forEach(RowCell::forgetRow);
        boolean above = false;
        for (var each : live.entrySet()) {
            double bottom = each.getValue().showTypeset();
            above |= each.getKey() == top && bottom > 0 && bottom <= hidden;
        }
        return above;
    }

    /** The height {@code row} needs; whatever its cell throws, it is then shown as plain text. */
    double height(int index, Row row, double width) {
        try {
            return cell(index, row).heightAt(width);
        } catch (RuntimeException defect) {
            giveUp(row, defect);
            return cell(index, row).heightAt(width);
        }
    }

    private void giveUp(Row row, RuntimeException defect) {
        plain.add(row);
        for (var each : List.copyOf(live.entrySet())) {
            var cell = each.getValue();
            if (cell.row().filter(row::equals).isPresent()) {
                live.remove(each.getKey());
                getChildren().remove(cell);
            }
        }
        if (told.add(defect.getClass().getName() + origin(defect))) {
            LoggerFactory.getLogger(VisibleCells.class)
                    .error("A row cannot be drawn and is shown as plain text", defect);
        }
    }

    private static String origin(RuntimeException defect) {
        return defect.getStackTrace().length == 0 ? "" : defect.getStackTrace()[0].toString();
    }

    /** The cell of {@code index}, showing {@code row}, with its styles. */
    RowCell cell(int index, Row row) {
        var cell = live.get(index);
        if (cell == null) {
            cell = take(row);
            arrange(index, cell);
            live.put(index, cell);
            cell.put(index, row);
            cell.setVisible(true);
            cell.applyCss();
            cell.attended(isAttended(cell));
        }
        return cell;
    }

    /** The cell under {@code y}, or the nearest. */
    Optional<RowCell> nearest(double y) {
        return live.values().stream()
                .min(
                        Comparator.comparingDouble(
                                cell ->
                                        Math.max(
                                                cell.getLayoutY() - y,
                                                y - cell.getLayoutY() - cell.getHeight())));
    }

    /** Puts away all cells but those of the rows from {@code first} to before {@code past}. */
    void keep(int first, int past) {
        retire(new ArrayList<>(live.headMap(first, false).values()));
        retire(new ArrayList<>(live.tailMap(past, true).values()));
        live = new TreeMap<>(live.subMap(first, past));
    }

    /** Follows a change of the rows; a cell that can show its new row does so now. */
    void changed(List<Row> rows, int from, int removed, int added) {
        var next = new TreeMap<Integer, RowCell>();
        for (var entry : live.entrySet()) {
            int index = entry.getKey();
            var cell = entry.getValue();
            if (index < from) {
                next.put(index, cell);
            } else if (index >= from + removed) {
                int moved = index + added - removed;
                cell.put(moved, rows.get(moved));
                next.put(moved, cell);
            } else if (index < from + added && cell.suits(rows.get(index))) {
                cell.put(index, rows.get(index));
                next.put(index, cell);
            } else {
                retire(List.of(cell));
            }
        }
        live = next;
    }

    private void retire(List<RowCell> cellsOut) {
        for (RowCell cell : cellsOut) {
            if (holdsFocus(cell)) {
                focusLost.run();
            }
            cell.setVisible(false);
            spare.add(cell);
        }
    }

    private RowCell take(Row row) {
        if (plain.contains(row)) {
            var made = cells.plainCell();
            getChildren().add(made);
            return made;
        }
        for (int i = spare.size() - 1; i >= 0; i--) {
            if (spare.get(i).suits(row)) {
                return spare.remove(i);
            }
        }
        var made = cells.cellFor(row);
        made.onFailure(defect -> failedLater(made, defect));
        made.focusWithinProperty().subscribe(now -> focus(made, now));
        getChildren().add(made);
        return made;
    }

    /** In the middle of a layout the cells must stay as they are until it has ended. */
    private void failedLater(RowCell cell, RuntimeException defect) {
        cell.setVisible(false);
        cell.row().ifPresent(row -> broken.put(row, defect));
        afterLayout.request();
    }

    /** Keeps the children in reading order, which is also the order of the Tab key. */
    private void arrange(int index, RowCell cell) {
        if (!live.isEmpty() && index < live.firstKey()) {
            cell.toBack();
        } else {
            cell.toFront();
            live.tailMap(index, false).values().forEach(Node::toFront);
        }
    }

    private boolean holdsFocus(RowCell cell) {
        Node owner = cell.getScene() == null ? null : cell.getScene().getFocusOwner();
        while (owner != null && owner != cell) {
            owner = owner.getParent();
        }
        return owner == cell;
    }

    /** The message that has the focus, or something of it. */
    Optional<MessageId> focused() {
        return focused;
    }

    private void point(Optional<MessageId> message) {
        if (!pointed.equals(message)) {
            pointed = message;
            showAttended();
        }
    }

    private void focus(RowCell cell, boolean now) {
        var message = cell.row().map(Row::message);
        if (now || focused.equals(message)) {
            focused = now ? message : Optional.empty();
            showAttended();
        }
    }

    private void showAttended() {
        live.values().forEach(cell -> cell.attended(isAttended(cell)));
    }

    private boolean isAttended(RowCell cell) {
        var message = cell.row().map(Row::message);
        return message.isPresent() && (message.equals(pointed) || message.equals(focused));
    }
}

package dev.paddock.ui.transcript;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;

/**
 * Shows the rows in sight and no others. While it follows, it is laid from the last row upwards, so
 * that growing text moves nothing but what it pushes up; else from the row at the top downwards, so
 * that nothing moves at all. It is its own layout root.
 */
final class RowsPane extends Region {
    static final double COLUMN = 760;
    private Runnable changed = () -> {};
    private static final double SIDE = 28;
    private static final double END = 24;

    private final List<Row> rows;
    private final Heights heights = new Heights();
    private final VisibleCells deck;
    private final Selection selection;
    private final RowSpacing spacing = new RowSpacing(this);
    private final ReadingPlace place = new ReadingPlace();
    private final ForkPlace fork = new ForkPlace(END);
    private final RowsBar bar = new RowsBar(this::dragged);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper endInSight = new ReadOnlyBooleanWrapper(true);
    private int top;
    private double offset;
    private boolean down;

    RowsPane(List<Row> rows, Cells cells) {
        this.rows = rows;
        deck = new VisibleCells(cells, this::requestFocus, this::requestLayout);
        selection = new Selection(rows);
        getStyleClass().add("rows-pane");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        getChildren().setAll(deck, bar);
        ScrollKeys.on(this);
        following.subscribe(_ -> requestLayout());
        new SelectionGestures(this, selection);
        new RowFocus(this, rows);
        changed(0, 0, rows.size());
    }

    VisibleCells deck() {
        return deck;
    }

    RowSpacing spacing() {
        return spacing;
    }

    Selection selection() {
        return selection;
    }

    /** Whether the newest row stays in sight. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Whether the newest row is in sight. */
    ReadOnlyBooleanProperty endInSightProperty() {
        return endInSight.getReadOnlyProperty();
    }

    void follow() {
        fork.release();
        following.set(true);
    }

    /** The rows {@code from} to {@code end} are about to give way to another version of theirs. */
    void swap(int from, int end) {
        fork.keep(placeOf(from), placeOf(end), getHeight());
        following.set(false);
    }

    /** Brings a row into sight, unless it is. */
    void reveal(int row) {
        double y = placeOf(row).y();
        if (y < 0 || y > getHeight() - Cells.guess(rows.get(row))) {
            bring(row);
        }
    }

    private ForkPlace.Place placeOf(int row) {
        double y = heights.before(row) - heights.before(top) - offset;
        return new ForkPlace.Place(row, y, false);
    }

    void changed(int from, int removed, int added) {
        double[] guesses =
                rows.subList(from, from + added).stream().mapToDouble(Cells::guess).toArray();
        for (int i = 0; i < Math.min(removed, added); i++) {
            guesses[i] = Math.max(guesses[i], heights.of(from + i));
        }
        heights.replace(from, removed, guesses);
        deck.changed(rows, from, removed, added);
        selection.changed(from, removed, added);
        place.changed(from, removed, added);
        if (from + removed <= top && from < top) {
            top += added - removed;
        }
        requestLayout();
        changed.run();
    }

    /** Calls {@code told} after each change of the rows. */
    void onChanged(Runnable told) {
        changed = told;
    }

    /** Shows formulas that have been typeset. */
    void formulasTypeset() {
        double hidden = rows.isEmpty() ? 0 : offset - above(top);
        place.typeset(deck.showTypeset(top, hidden) ? heights.of(top) : 0);
        requestLayout();
    }

    /** Moves the rows up by {@code pixels}, or down by negative ones. */
    void scrollBy(double pixels) {
        boolean atStart = top == 0 && offset <= -END;
        if (pixels != 0 && !(pixels < 0 && atStart) && !(pixels > 0 && following.get())) {
            down = pixels > 0;
            fork.release();
            following.set(false);
            offset += pixels;
            requestLayout();
        }
    }

    /** Brings what stands in one of its rows into sight. */
    void show(Node part) {
        var place = RowFocus.within(part, this);
        double below = place.getMaxY() + END - getHeight();
        double above = place.getMinY() - END;
        scrollBy(above < 0 ? above : Math.max(0, below));
    }

    /** Lays {@code row} out, with some of what stands above it. */
    void bring(int row) {
        scrollTo(heights.before(row));
        layout();
        double y = deck.cell(row, rows.get(row)).getLayoutY();
        scrollBy(Math.min(0, y - getHeight() / 3));
        layout();
    }

    void scrollTo(double place) {
        fork.release();
        following.set(false);
        top = heights.at(Math.max(0, place - END));
        offset = place - END - heights.before(top);
        requestLayout();
    }

    private void dragged(double value) {
        down = value >= bar.getMax() - 1;
        scrollTo(value);
    }

    @Override
    protected void layoutChildren() {
        deck.resizeRelocate(0, 0, getWidth(), getHeight());
        double width = column();
        int past = width <= 0 || rows.isEmpty() ? 0 : lay(getHeight());
        deck.keep(past == 0 ? 0 : top, past);
        double left = Math.floor((getWidth() - width) / 2);
        double y = -offset;
        for (int i = top; i < past; i++) {
            var cell = deck.cell(i, rows.get(i));
            double above = above(i);
            cell.follow(i == 0 ? 0 : RowGap.sharedLevels(rows.get(i - 1), rows.get(i)), above);
            cell.resizeRelocate(left, y + above, width, heights.of(i) - above);
            cell.inSight(getHeight() - y - above, i == past - 1);
            y += heights.of(i);
        }
        showSelection();
        showBar();
    }

    /** Marks what is selected in the rows in sight. */
    void showSelection() {
        for (RowCell cell : deck.live()) {
            cell.select(selection.from(cell.index()), selection.to(cell.index()));
        }
    }

    private double column() {
        return Math.min(COLUMN, getWidth() - 2 * SIDE);
    }

    /** Finds the rows in sight and the place of the first; returns the row after the last. */
    private int lay(double height) {
        if (following.get()) {
            return fromEnd(height);
        }
        fork.take(rows)
                .ifPresent(
                        at -> {
                            top = at.row();
                            offset = -at.y();
                        });
        int first = Math.min(top, rows.size() - 1);
        double y = -offset - place.growth(() -> measured(Math.min(top, rows.size() - 1)));
        while (y > 0 && first > 0) {
            y -= measured(--first);
        }
        y = first == 0 ? Math.min(y, END) : y;
        while (first < rows.size() - 1 && y + measured(first) <= 0) {
            y += heights.of(first++);
        }
        top = first;
        offset = -y;
        int past = first;
        while (past < rows.size() && y < height) {
            y += measured(past++);
        }
        endInSight.set(past == rows.size() && y <= height);
        if (past == rows.size() && y + END <= height && !fork.holds()) {
            following.set(following.get() || down);
            return fromEnd(height);
        }
        return past;
    }

    private int fromEnd(double height) {
        endInSight.set(true);
        double y = height - END;
        top = rows.size();
        while (y > 0 && top > 0) {
            y -= measured(--top);
        }
        double begin = (top == 0 ? Math.min(y, END) : y) - heights.before(top);
        offset = place.slack(top, height, row -> heights.before(row) + begin) - begin;
        offset -= heights.before(top);
        return rows.size();
    }

    private double measured(int row) {
        double height = above(row) + deck.height(row, rows.get(row), column());
        heights.set(row, height);
        return height;
    }

    /** The pixels between a row and the one before it. */
    private double above(int row) {
        if (row == 0) {
            return 0;
        }
        return spacing.pixels(RowGap.between(rows.get(row - 1), rows.get(row)));
    }

    private void showBar() {
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        double place = following.get() ? Double.MAX_VALUE : heights.before(top) + offset + END;
        bar.show(heights.total() + 2 * END, getHeight(), place);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return RowSpacing.metaData();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> rows.size();
            case ITEM_AT_INDEX ->
                    deck.live().stream()
                            .filter(cell -> parameters[0].equals(cell.index()))
                            .findFirst()
                            .orElse(null);
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}

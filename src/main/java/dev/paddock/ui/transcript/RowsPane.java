package dev.paddock.ui.transcript;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import java.util.List;

/**
 * Shows the rows in sight and no others. While it follows, it is laid from the last row upwards, so
 * that growing text moves nothing but what it pushes up; else from the row at the top downwards, so
 * that nothing moves at all. It is its own layout root.
 */
final class RowsPane extends Region {
    static final double COLUMN = 760;
    private static final double SIDE = 28;
    private static final double END = 24;
    private static final double STEP = 48;
    private static final double WHEEL = 2;

    private final List<Row> rows;
    private final Heights heights = new Heights();
    private final VisibleCells deck;
    private final Selection selection;
    private final RowSpacing spacing = new RowSpacing(this);
    private final ReadingPlace place = new ReadingPlace();
    private final ScrollBar bar = new ScrollBar();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private int top;
    private double offset;
    private boolean down;
    private boolean moving;

    RowsPane(List<Row> rows, Cells cells) {
        this.rows = rows;
        deck = new VisibleCells(cells, this::requestFocus, this::requestLayout);
        selection = new Selection(rows);
        getStyleClass().add("rows-pane");
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((_, _, value) -> dragged(value.doubleValue()));
        getChildren().setAll(deck, bar);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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

    void follow() {
        following.set(true);
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

    private void scrollTo(double place) {
        following.set(false);
        top = heights.at(Math.max(0, place - END));
        offset = place - END - heights.before(top);
        requestLayout();
    }

    private void wheel(ScrollEvent event) {
        scrollBy(-event.getDeltaY() * (event.isDirect() || event.isInertia() ? 1 : WHEEL));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShiftDown()
                || event.isAltDown()
                || event.isMetaDown()
                || event.getCode().isLetterKey()) {
            return;
        }
        boolean done = true;
        switch (event.getCode()) {
            case UP -> scrollBy(-STEP);
            case DOWN -> scrollBy(STEP);
            case PAGE_UP -> scrollBy(STEP - getHeight());
            case PAGE_DOWN -> scrollBy(getHeight() - STEP);
            case HOME -> scrollTo(0);
            case END -> follow();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void dragged(double value) {
        if (!moving) {
            down = value >= bar.getMax() - 1;
            scrollTo(value);
        }
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
        if (past == rows.size() && y + END <= height) {
            following.set(following.get() || down);
            return fromEnd(height);
        }
        return past;
    }

    private int fromEnd(double height) {
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
        double total = heights.total() + 2 * END;
        double most = total - getHeight();
        bar.setVisible(most > 0.5);
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        moving = true;
        bar.setMax(Math.max(1, most));
        bar.setVisibleAmount(getHeight() / total * bar.getMax());
        bar.setUnitIncrement(STEP);
        bar.setBlockIncrement(Math.max(STEP, getHeight() - STEP));
        bar.setValue(
                following.get()
                        ? bar.getMax()
                        : Math.min(most, heights.before(top) + offset + END));
        moving = false;
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

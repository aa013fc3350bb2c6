package dev.paddock.ui.transcript;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows one row at a time and is used again for others of its kind. It is its own layout root: what
 * happens inside it lays nothing else out.
 */
abstract class RowCell extends Region {
    private static final PseudoClass ATTENDED = PseudoClass.getPseudoClass("attended");

    private Optional<Row> row = Optional.empty();
    private int index = -1;
    private double measuredWidth = -1;
    private double measuredHeight;
    private Consumer<RuntimeException> failed =
            defect -> {
                throw defect;
            };

    RowCell() {
        getStyleClass().add("row");
        setManaged(false);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    /** Whether it can show {@code other}. */
    abstract boolean suits(Row other);

    /** Shows {@code next} in the nodes it has. */
    abstract void show(Row next);

    /** The height {@code next} needs at {@code width}; its nodes have their styles. */
    abstract double measure(double width);

    /** Puts its nodes where they belong. */
    abstract void layoutRow();

    /**
     * What stands above it.
     *
     * @param levels how many lists and quotes, counted from outside, both stand in
     * @param gap the pixels between both
     */
    void follow(int levels, double gap) {}

    /**
     * It has been placed.
     *
     * @param visible so many of its pixels, from its top, are above the end of what is in sight
     * @param last whether nothing is in sight below it
     */
    void inSight(double visible, boolean last) {}

    /** Scrolls {@code part} of it into sight where it is wider than its place. */
    void showSideways(Node part) {}

    /**
     * What it and its nodes throw while they are laid out goes to {@code handler}: past the cell it
     * would end every later layout of the window.
     */
    final void onFailure(Consumer<RuntimeException> handler) {
        failed = handler;
    }

    @Override
    protected final void layoutChildren() {
        try {
            layoutRow();
            for (Node node : getChildren()) {
                if (node instanceof Parent parent) {
                    parent.layout();
                }
            }
        } catch (RuntimeException defect) {
            failed.accept(defect);
        }
    }

    /** The texts a reader can select, in reading order. */
    List<RichText> texts() {
        return List.of();
    }

    final int index() {
        return index;
    }

    final Optional<Row> row() {
        return row;
    }

    final void put(int at, Row next) {
        index = at;
        if (row.isEmpty() || !row.get().equals(next)) {
            row = Optional.of(next);
            show(next);
            measuredWidth = -1;
            requestLayout();
        }
    }

    /** Whatever it is given next, it shows anew. */
    final void forgetRow() {
        row = Optional.empty();
    }

    final double heightAt(double width) {
        if (measuredWidth != width) {
            measuredWidth = width;
            measuredHeight = Math.ceil(measure(width));
        }
        return measuredHeight;
    }

    /** The place in the row's text nearest to a point in this cell. */
    final int hit(double x, double y) {
        int base = 0;
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (RichText text : texts()) {
            var bounds = text.getBoundsInParent();
            double away =
                    Math.hypot(
                            outside(x - textsX(), bounds.getMinX(), bounds.getMaxX()),
                            outside(y, bounds.getMinY(), bounds.getMaxY()));
            if (away < nearest) {
                nearest = away;
                best = base + text.hit(x - textsX() - text.getLayoutX(), y - text.getLayoutY());
            }
            base += text.text().length() + 1;
        }
        return best;
    }

    /** Marks a part of the row's text. */
    final void select(int from, int to) {
        try {
            int base = 0;
            for (RichText text : texts()) {
                int length = text.text().length();
                text.select(
                        Math.clamp(from - (long) base, 0, length),
                        Math.clamp(to - (long) base, 0, length));
                base += length + 1;
            }
        } catch (RuntimeException defect) {
            failed.accept(defect);
        }
    }

    private static double outside(double value, double least, double most) {
        return value < least ? least - value : Math.max(0, value - most);
    }

    /** Styles have changed: its height is not known any more. */
    final void forgetHeight() {
        measuredWidth = -1;
        texts().forEach(RichText::forget);
    }

    /**
     * Shows formulas that have been typeset since they were asked for: down to which pixel it may
     * look another way now, 0 where nothing has changed.
     */
    final double showTypeset() {
        double bottom = 0;
        for (RichText text : texts()) {
            double changed = text.showTypeset();
            bottom = changed == 0 ? bottom : Math.max(bottom, text.getLayoutY() + changed);
        }
        if (bottom > 0) {
            measuredWidth = -1;
            requestLayout();
        }
        return bottom;
    }

    /** What it shows needs another height than before. */
    final void heightChanged() {
        forgetHeight();
        requestLayout();
        for (Parent at = getParent(); at != null; at = at.getParent()) {
            if (at instanceof RowsPane pane) {
                pane.requestLayout();
            }
        }
    }

    /** How far to the right the texts stand beyond where their own layout says. */
    double textsX() {
        return 0;
    }

    /** Whether the pointer or the focus is at its message. */
    final void attended(boolean now) {
        pseudoClassStateChanged(ATTENDED, now);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> index;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}

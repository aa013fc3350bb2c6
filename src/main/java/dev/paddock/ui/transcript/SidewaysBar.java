package dev.paddock.ui.transcript;

import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.text.Piece;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

import java.util.function.Consumer;

/** Scrolls a row that is wider than its place: by a bar, by its keys and by the wheel. */
final class SidewaysBar {
    private static final double STEP = 40;
    private static final double LEAST = 0.5;

    private final SidewaysScrolls all;
    private final String name;
    private final Consumer<Node> added;
    private final Lazy<ScrollBar> bar = new Lazy<>(this::newBar);
    private SidewaysScroll scroll = new SidewaysScroll();
    private boolean enabled;
    private boolean moving;
    private boolean mirrored;

    /**
     * @param cell whose wheel is heard
     * @param added puts the bar into it
     */
    SidewaysBar(RowCell cell, SidewaysScrolls all, String name, Consumer<Node> added) {
        this.all = all;
        this.name = name;
        this.added = added;
        cell.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        all.add(
                which -> {
                    if (which == scroll) {
                        cell.requestLayout();
                    }
                });
    }

    /**
     * @param fromRight whether what is shown begins at its right end
     */
    void use(SidewaysScroll now, boolean fromRight) {
        scroll = now;
        mirrored = fromRight;
    }

    /** So many pixels are out of sight on the left. */
    double offset() {
        return mirrored ? scroll.most() - scroll.offset() : scroll.offset();
    }

    /** One of its rows has been laid out, so wide and with so much room. */
    void laid(double width, double room, Piece piece) {
        if (scroll.laid(width, room, piece.first() && piece.last())) {
            all.scrolled(scroll);
        }
    }

    /** Whether there is more than is in sight. */
    boolean isNeeded() {
        return scroll.most() > LEAST;
    }

    double height() {
        return bar.get().prefHeight(-1);
    }

    /**
     * @param can whether the row scrolls at all
     * @param here whether this row has the bar
     */
    void show(boolean can, boolean here) {
        enabled = can && isNeeded();
        if (!enabled || !here) {
            bar.built().ifPresent(it -> it.setVisible(false));
        }
    }

    /** Puts the bar, where this row has it, at a place. */
    void place(double x, double y, double width) {
        var it = bar.get();
        it.setVisible(true);
        it.resizeRelocate(x, y, width, height());
        moving = true;
        it.setMax(scroll.most());
        it.setVisibleAmount(scroll.shareInSight() * scroll.most());
        it.setBlockIncrement(Math.max(STEP, width - STEP));
        it.setValue(offset());
        moving = false;
    }

    private ScrollBar newBar() {
        var made = new ScrollBar();
        made.setOrientation(Orientation.HORIZONTAL);
        made.getStyleClass().add("sideways-scroll");
        made.setManaged(false);
        made.setFocusTraversable(true);
        made.setAccessibleText(name);
        made.setUnitIncrement(STEP);
        made.valueProperty()
                .addListener(
                        (_, _, value) -> {
                            if (!moving) {
                                to(value.doubleValue());
                            }
                        });
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        added.accept(made);
        made.applyCss();
        return made;
    }

    /** A scroll bar's own keys are told when they are released, and not again while held. */
    private void key(KeyEvent event) {
        double to =
                switch (event.getCode()) {
                    case LEFT -> offset() - STEP;
                    case RIGHT -> offset() + STEP;
                    case HOME -> 0;
                    case END -> scroll.most();
                    default -> Double.NaN;
                };
        if (!Double.isNaN(to)) {
            to(to);
            event.consume();
        }
    }

    /** All rows of its block move. */
    void to(double offset) {
        if (scroll.to(mirrored ? scroll.most() - offset : offset)) {
            all.scrolled(scroll);
        }
    }

    private void wheel(ScrollEvent event) {
        double sideways =
                event.getDeltaX() == 0 && event.isShiftDown()
                        ? event.getDeltaY()
                        : event.getDeltaX();
        boolean meant = event.isShiftDown() || Math.abs(sideways) > Math.abs(event.getDeltaY());
        if (meant && sideways != 0 && enabled) {
            to(offset() - sideways);
            event.consume();
        }
    }
}

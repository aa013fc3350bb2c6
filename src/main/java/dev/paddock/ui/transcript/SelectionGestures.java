package dev.paddock.ui.transcript;

import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.transcript.Selection.Place;

import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/** Selecting by mouse, and copying by keyboard. */
final class SelectionGestures {
    private static final double EDGE_SPEED = 0.25;
    private static final int WORD = 2;
    private static final int ROW = 3;

    private final RowsPane pane;
    private final Selection selection;
    private final AnimationTimer edge =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pane.scrollBy(beyond * EDGE_SPEED);
                    extend();
                }
            };
    private boolean dragging;
    private double beyond;
    private double x;
    private double y;

    SelectionGestures(RowsPane pane, Selection selection) {
        this.pane = pane;
        this.selection = selection;
        pane.deck().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.deck().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.deck().addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pane.requestFocus();
        place(event.getX(), event.getY())
                .ifPresent(
                        at -> {
                            switch (event.getClickCount()) {
                                case WORD -> selection.word(at);
                                case ROW -> selection.row(at.row());
                                default -> {
                                    if (event.isShiftDown()) {
                                        selection.extend(at);
                                    } else {
                                        selection.begin(at);
                                    }
                                }
                            }
                            dragging = event.getClickCount() == 1;
                            pane.showSelection();
                        });
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            x = event.getX();
            y = event.getY();
            beyond = y < 0 ? y : Math.max(0, y - pane.getHeight());
            if (beyond == 0) {
                edge.stop();
            } else {
                edge.start();
            }
            extend();
        }
    }

    private void extend() {
        place(x, Math.clamp(y, 0, Math.max(0, pane.getHeight() - 1)))
                .ifPresent(
                        at -> {
                            selection.extend(at);
                            pane.showSelection();
                        });
    }

    private void release() {
        dragging = false;
        edge.stop();
    }

    private void key(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case A -> {
                selection.all();
                pane.showSelection();
                event.consume();
            }
            case C, INSERT -> {
                if (!selection.isEmpty()) {
                    SystemClipboard.put(selection.text());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private Optional<Place> place(double atX, double atY) {
        return pane.deck()
                .nearest(atY)
                .map(
                        cell ->
                                new Place(
                                        cell.index(),
                                        cell.hit(
                                                atX - cell.getLayoutX(), atY - cell.getLayoutY())));
    }
}

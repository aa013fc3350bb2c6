package dev.paddock.ui.transcript;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

/** Scrolling by wheel and by keyboard. */
final class ScrollKeys {
    static final double STEP = 48;
    private static final double WHEEL = 2;

    private final RowsPane pane;

    private ScrollKeys(RowsPane pane) {
        this.pane = pane;
    }

    static void on(RowsPane pane) {
        var keys = new ScrollKeys(pane);
        pane.addEventHandler(ScrollEvent.SCROLL, keys::wheel);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, keys::key);
    }

    private void wheel(ScrollEvent event) {
        double factor = event.isDirect() || event.isInertia() ? 1 : WHEEL;
        pane.scrollBy(-event.getDeltaY() * factor);
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
            case UP -> pane.scrollBy(-STEP);
            case DOWN -> pane.scrollBy(STEP);
            case PAGE_UP -> pane.scrollBy(STEP - pane.getHeight());
            case PAGE_DOWN -> pane.scrollBy(pane.getHeight() - STEP);
            case HOME -> pane.scrollTo(0);
            case END -> pane.follow();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }
}

package dev.paddock.ui.shell;

import dev.paddock.settings.Zoom;

import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Zooms by keys, on whichever key the keyboard has plus and minus, and by Ctrl and the wheel. */
final class ZoomKeys {
    /** Of a wheel; a touch pad sends many small pieces of it. */
    private static final double NOTCH = 40;

    private final WindowViewModel window;
    private double turned;

    ZoomKeys(WindowViewModel window, Scene scene) {
        this.window = window;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() && !key.isAltDown()) {
            change(key)
                    .ifPresent(
                            change -> {
                                window.zoom(change);
                                key.consume();
                            });
        }
    }

    private static Optional<UnaryOperator<Zoom>> change(KeyEvent key) {
        return switch (key.getCode()) {
            case PLUS, EQUALS, ADD -> Optional.of(Zoom::in);
            case MINUS, SUBTRACT -> Optional.of(Zoom::out);
            case DIGIT0, NUMPAD0 -> Optional.of(_ -> Zoom.USUAL);
            default -> Optional.empty();
        };
    }

    private void scrolled(ScrollEvent wheel) {
        if (!wheel.isShortcutDown()) {
            return;
        }
        wheel.consume();
        turned += wheel.getDeltaY();
        if (Math.abs(turned) >= NOTCH) {
            window.zoom(turned > 0 ? Zoom::in : Zoom::out);
            turned = 0;
        }
    }
}

package dev.paddock.ui.chat;

import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Lets the caret of a text field stand still once nobody has touched the window for a while: a
 * blinking one wakes JavaFX sixty times a second. Any key or move of the pointer has it blink
 * again. For the FX thread.
 */
final class CaretBlinkPause {
    /** As long as GTK has carets blink. */
    private static final Duration AFTER = Duration.seconds(10);

    private final TextInputControl text;
    private final PauseTransition wait;
    private final EventHandler<InputEvent> touched = _ -> wake();
    private boolean resting;

    private CaretBlinkPause(TextInputControl text, Duration after) {
        this.text = text;
        wait = new PauseTransition(after);
        wait.setOnFinished(_ -> rest());
    }

    static void in(TextInputControl text) {
        in(text, AFTER);
    }

    static void in(TextInputControl text, Duration after) {
        var rest = new CaretBlinkPause(text, after);
        text.sceneProperty().subscribe(rest::move);
        text.focusedProperty().subscribe(rest::focused);
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(InputEvent.ANY, touched);
        }
        if (now != null) {
            now.addEventFilter(InputEvent.ANY, touched);
        }
    }

    /** The field itself starts and stops its caret with the focus. */
    private void focused(boolean has) {
        resting = false;
        if (has) {
            wait.playFromStart();
        } else {
            wait.stop();
        }
    }

    private void rest() {
        resting = true;
        animate(false);
    }

    private void wake() {
        if (!text.isFocused()) {
            return;
        }
        if (resting) {
            resting = false;
            animate(true);
        }
        wait.playFromStart();
    }

    private void animate(boolean blinks) {
        if (text.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(blinks);
        }
    }
}

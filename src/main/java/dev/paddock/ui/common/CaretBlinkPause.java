package dev.paddock.ui.common;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

import java.util.Optional;

/**
 * Lets the caret of whichever text field has the focus stand still once nobody has touched the
 * window for a while: a blinking one wakes JavaFX sixty times a second. Any key or move of the
 * pointer has it blink again. For the FX thread.
 */
public final class CaretBlinkPause {
    /** As long as GTK has carets blink. */
    private static final Duration AFTER = Duration.seconds(10);

    private final Scene scene;
    private final PauseTransition wait;
    private boolean resting;

    private CaretBlinkPause(Scene scene, Duration after) {
        this.scene = scene;
        wait = new PauseTransition(after);
        wait.setOnFinished(_ -> rest());
    }

    /** In all fields of the window, also in those that come later. */
    public static void in(Scene scene) {
        in(scene, AFTER);
    }

    static void in(Scene scene, Duration after) {
        var pause = new CaretBlinkPause(scene, after);
        scene.focusOwnerProperty().subscribe(_ -> pause.moved());
        // A window that comes to the front again gives the focus back to the same field.
        scene.focusOwnerProperty().flatMap(Node::focusedProperty).subscribe(_ -> pause.moved());
        scene.addEventFilter(InputEvent.ANY, _ -> pause.wake());
    }

    /** The field itself starts and stops its caret with the focus. */
    private void moved() {
        resting = false;
        if (field().isPresent()) {
            wait.playFromStart();
        } else {
            wait.stop();
        }
    }

    private Optional<TextInputControl> field() {
        return scene.getFocusOwner() instanceof TextInputControl field && field.isFocused()
                ? Optional.of(field)
                : Optional.empty();
    }

    private void rest() {
        resting = true;
        field().ifPresent(field -> animate(field, false));
    }

    private void wake() {
        var field = field();
        if (field.isEmpty()) {
            return;
        }
        if (resting) {
            resting = false;
            animate(field.get(), true);
        }
        wait.playFromStart();
    }

    private static void animate(TextInputControl field, boolean blinks) {
        if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(blinks);
        }
    }
}

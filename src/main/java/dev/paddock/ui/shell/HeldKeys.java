package dev.paddock.ui.shell;

import dev.paddock.ui.common.Shortcut;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import java.util.EnumSet;
import java.util.Set;

/**
 * Lets a key that is held give a command once, however often the system repeats it; only the size
 * of what is drawn goes on changing. For the FX thread.
 */
final class HeldKeys {
    private static final Set<Shortcut> REPEATING =
            EnumSet.of(Shortcut.ZOOM_IN, Shortcut.ZOOM_OUT, Shortcut.ZOOM_RESET, Shortcut.NEW_LINE);

    private static final Set<Shortcut> ONCE = EnumSet.complementOf(EnumSet.copyOf(REPEATING));

    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    private final Scene scene;

    private HeldKeys(Scene scene) {
        this.scene = scene;
    }

    static void watch(Scene scene) {
        var keys = new HeldKeys(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(
                KeyEvent.KEY_RELEASED, released -> keys.held.remove(released.getCode()));
        // A window without the keys is not told when they are released.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> keys.held.clear());
    }

    private void pressed(KeyEvent key) {
        boolean again = !held.add(key.getCode()) && isOfKeyboard(key);
        if (again && ONCE.stream().anyMatch(one -> one.keys().match(key))) {
            key.consume();
        }
    }

    /** Not sent on by a control to what is around it, as a closed choice does with Escape. */
    private boolean isOfKeyboard(KeyEvent key) {
        Node owner = scene.getFocusOwner();
        return key.getTarget() == (owner == null ? scene : owner);
    }
}

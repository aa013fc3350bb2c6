package dev.paddock.ui.shell;

import dev.paddock.ui.common.Shortcut;

import javafx.application.Platform;
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

    /** Pressed by the event at hand, which a control may send on to what is around it. */
    private final Set<KeyCode> arriving = EnumSet.noneOf(KeyCode.class);

    private HeldKeys() {}

    static void watch(Scene scene) {
        var keys = new HeldKeys();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(
                KeyEvent.KEY_RELEASED, released -> keys.held.remove(released.getCode()));
        // A window without the keys is not told when they are released.
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> keys.held.clear());
    }

    private void pressed(KeyEvent key) {
        if (held.add(key.getCode())) {
            arriving.add(key.getCode());
            Platform.runLater(arriving::clear);
        }
        boolean again = !arriving.contains(key.getCode());
        if (again && ONCE.stream().anyMatch(one -> one.keys().match(key))) {
            key.consume();
        }
    }
}

package dev.paddock.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Names for controls: read aloud, and shown when the pointer rests on them. */
public final class Tooltips {
    private static final Duration DELAY = Duration.millis(400);

    private Tooltips() {}

    /** Names {@code control}; the name is also read aloud where it carries no text of its own. */
    public static void put(Control control, String name) {
        var tip = new Tooltip(name);
        tip.setShowDelay(DELAY);
        control.setTooltip(tip);
        if (!(control instanceof Labeled labeled) || labeled.getText().isEmpty()) {
            control.setAccessibleText(name);
        }
    }

    /** The same, with the keys that do what the control does. */
    public static void put(Control control, String name, Shortcut shortcut) {
        put(control, name);
        control.getTooltip().setText(name + "  (" + shortcut.shown() + ")");
    }
}

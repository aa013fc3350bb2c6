package dev.paddock.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/**
 * Shows what has the focus for as long as a person works with keys, however it came there. The
 * toolkit does so only for its own moves, as by Tab, and not for {@link Node#requestFocus}. For the
 * FX thread.
 */
public final class FocusRing {
    /** The toolkit's own, so that there is one ring and one rule for it in the sheets. */
    static final PseudoClass VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private boolean keys;
    private Subscription followed = Subscription.EMPTY;

    private FocusRing() {}

    /** On all nodes of the window, also those that come later. */
    public static void in(Scene scene) {
        var ring = new FocusRing();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> ring.keys = true);
        scene.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                _ -> {
                    ring.keys = false;
                    ring.follow(scene.getFocusOwner());
                });
        scene.focusOwnerProperty().subscribe(ring::follow);
    }

    private void follow(@Nullable Node owner) {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
        if (owner != null) {
            followed =
                    Subscription.combine(
                            owner.focusedProperty().subscribe(_ -> show(owner)),
                            owner.focusVisibleProperty().subscribe(_ -> show(owner)),
                            () -> owner.pseudoClassStateChanged(VISIBLE, owner.isFocusVisible()));
        }
    }

    private void show(Node owner) {
        owner.pseudoClassStateChanged(VISIBLE, owner.isFocusVisible() || keys && owner.isFocused());
    }
}

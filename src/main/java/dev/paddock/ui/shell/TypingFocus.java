package dev.paddock.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Typing goes where people write. What is typed or pasted while no text field has the focus goes to
 * the composer, also below a card, which stays and keeps the focus. A control that is disabled or
 * leaves while it has the focus gives it to the composer, where the toolkit would give it to a
 * neighbour; one that was only disabled has it back afterwards, unless the person has gone on
 * meanwhile.
 */
final class TypingFocus {
    private static final List<KeyCombination> PASTE =
            List.of(
                    new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN),
                    new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHIFT_DOWN),
                    new KeyCodeCombination(KeyCode.PASTE));

    private final Scene scene;
    private final Overlay overlay;
    private final ShellActions.Composer composer;
    private Subscription watched = Subscription.EMPTY;
    private Subscription returning = Subscription.EMPTY;

    TypingFocus(Scene scene, Overlay overlay, ShellActions.Composer composer) {
        this.scene = scene;
        this.overlay = overlay;
        this.composer = composer;
        scene.focusOwnerProperty().subscribe(this::watch);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> stay());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> stay());
    }

    private void stay() {
        returning.unsubscribe();
        returning = Subscription.EMPTY;
    }

    private void typed(KeyEvent key) {
        if (!(scene.getFocusOwner() instanceof TextInputControl) && isText(key)) {
            key.consume();
            composer.type().accept(key.getCharacter());
            overlay.returnTo(composer.focus());
        }
    }

    /** What has the focus takes these keys first, if it knows them. */
    private void pressed(KeyEvent key) {
        boolean pastes = PASTE.stream().anyMatch(keys -> keys.match(key));
        if (pastes && !(scene.getFocusOwner() instanceof TextInputControl)) {
            key.consume();
            composer.paste().run();
            overlay.returnTo(composer.focus());
        }
    }

    /** A space presses what was gone to by the keys; elsewhere it is text as any other. */
    private boolean isText(KeyEvent key) {
        String text = key.getCharacter();
        boolean command = key.isControlDown() != key.isAltDown() || key.isMetaDown();
        return !command
                && !text.isEmpty()
                && !Character.isISOControl(text.charAt(0))
                && (!text.isBlank() || !atControl());
    }

    private boolean atControl() {
        var owner = scene.getFocusOwner();
        return owner != null && owner.isFocusTraversable();
    }

    private void watch(@Nullable Node owner) {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        for (Node at = owner; at != null; at = at.getParent()) {
            watched = watched.and(lost(at.visibleProperty(), false, owner));
        }
        if (owner != null) {
            watched = watched.and(lost(owner.disabledProperty(), true, owner));
            watched =
                    watched.and(
                            owner.sceneProperty()
                                    .subscribe(
                                            now -> {
                                                if (now != scene) {
                                                    goOn(owner);
                                                }
                                            }));
        }
    }

    private Subscription lost(ObservableValue<Boolean> what, boolean when, Node owner) {
        return what.subscribe(
                (_, now) -> {
                    if (now == when) {
                        goOn(owner);
                    }
                });
    }

    /** Before the toolkit finds a neighbour, in the next pulse; who knows better asks later. */
    private void goOn(Node owner) {
        boolean still =
                Optional.ofNullable(scene.getFocusOwner()).filter(owner::equals).isPresent();
        if (!still && scene.getFocusOwner() != null) {
            return;
        }
        if (overlay.isVisible()) {
            overlay.rest();
        } else {
            composer.focus().run();
        }
        if (owner.isDisabled() && owner.getScene() == scene) {
            stay();
            returning =
                    owner.disabledProperty()
                            .subscribe(
                                    (_, disabled) -> {
                                        if (!disabled) {
                                            stay();
                                            owner.requestFocus();
                                        }
                                    });
        }
    }
}

package dev.paddock.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Shows one card above the window. Escape or a click beside it takes it away; the focus stays
 * inside while it shows and returns to where it was. No button of the card has it until the person
 * goes there: a key that was meant for what was there before presses nothing.
 */
final class Overlay extends StackPane {
    private Optional<Runnable> before = Optional.empty();

    Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        // A handler: a field with something typed in it comes first.
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        hide();
                        key.consume();
                    }
                });
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                press -> {
                    if (press.getTarget() == this) {
                        hide();
                    }
                    press.consume();
                });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepFocus);
    }

    void show(Parent card) {
        if (!isVisible()) {
            before =
                    Optional.ofNullable(getScene())
                            .map(Scene::getFocusOwner)
                            .map(node -> node::requestFocus);
        }
        getChildren().setAll(card);
        setVisible(true);
        rest();
    }

    /** Gives the keys to the card itself, where they press nothing. */
    void rest() {
        getChildren().forEach(Node::requestFocus);
    }

    /** The person has gone on elsewhere while the card shows, and is to be there afterwards. */
    void returnTo(Runnable focus) {
        if (isVisible()) {
            before = Optional.of(focus);
            rest();
        }
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            before.ifPresent(Runnable::run);
            before = Optional.empty();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && owner != null && !Focus.inside(this, owner)) {
            rest();
        }
    }
}

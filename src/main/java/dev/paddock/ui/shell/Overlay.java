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
 * inside while it shows and returns to where it was.
 */
final class Overlay extends StackPane {
    private Optional<Node> before = Optional.empty();

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
            before = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        }
        getChildren().setAll(card);
        setVisible(true);
        Focus.first(card).ifPresent(Node::requestFocus);
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && owner != null && !Focus.inside(this, owner)) {
            Focus.first(this).ifPresent(Node::requestFocus);
        }
    }
}

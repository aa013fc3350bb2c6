package dev.paddock.ui.shell;

import dev.paddock.settings.Zoom;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/** Draws all it holds larger or smaller; that is laid out as if the window had other measures. */
final class ZoomPane extends Pane {
    private final Parent content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ZoomPane(Parent content) {
        this.content = content;
        content.setManaged(false);
        getChildren().setAll(content);
    }

    void zoom(Zoom zoom) {
        scale.setX(zoom.factor());
        scale.setY(zoom.factor());
        if (zoom.equals(Zoom.USUAL)) {
            // Without any transform the toolkit can copy what it scrolls.
            content.getTransforms().clear();
        } else {
            content.getTransforms().setAll(scale);
        }
        requestLayout();
    }

    /** A window that opens with it asks; it would have no size otherwise. */
    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * scale.getX();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * scale.getY();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}

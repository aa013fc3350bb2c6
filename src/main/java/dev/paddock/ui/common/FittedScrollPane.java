package dev.paddock.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * As high as its content, also where that wraps, and scrolls it where there is less room. A plain
 * scroll pane asks for the height of lines that do not wrap.
 */
public final class FittedScrollPane extends ScrollPane {
    public FittedScrollPane(Node content) {
        getStyleClass().add("pane-scroll");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getContent().prefHeight(width < 0 ? prefWidth(-1) : width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}

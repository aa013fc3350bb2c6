package dev.paddock.ui.common;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;

/** Brings parts of a pane into sight, and keeps them where they are. */
public final class Scrolling {
    private static final double MARGIN = 12;
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private Scrolling() {}

    /** Keeps the room of the scroll bar while there is none: nothing moves when it comes. */
    public static void keepGutter(ScrollPane pane) {
        pane.setVbarPolicy(ScrollBarPolicy.ALWAYS);
        pane.contentProperty().flatMap(Node::layoutBoundsProperty).subscribe(_ -> showFit(pane));
        pane.viewportBoundsProperty().subscribe(_ -> showFit(pane));
    }

    private static void showFit(ScrollPane pane) {
        double needed = pane.getContent().getLayoutBounds().getHeight();
        pane.pseudoClassStateChanged(FITS, needed <= pane.getViewportBounds().getHeight());
    }

    /** Moves the pane around {@code node} no further than needed to show all of it. */
    public static void show(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                show(node, pane);
                return;
            }
        }
    }

    private static void show(Node node, ScrollPane pane) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds wanted = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double height = pane.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - height;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() * hidden;
        double moved = Math.max(wanted.getMaxY() + MARGIN - height, top);
        pane.setVvalue(Math.clamp(Math.min(moved, wanted.getMinY() - MARGIN) / hidden, 0, 1));
    }
}

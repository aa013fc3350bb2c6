package dev.paddock.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;

import java.util.List;
import java.util.Optional;

/** Where the keyboard goes. */
final class Focus {
    private Focus() {}

    /** The first control below {@code root} that takes the focus. */
    static Optional<Node> first(Node root) {
        if (!root.isVisible() || root.isDisabled()) {
            return Optional.empty();
        }
        boolean wrapper = root instanceof ScrollPane || root instanceof SplitPane;
        if (root.isFocusTraversable() && !wrapper) {
            return Optional.of(root);
        }
        return root instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    static boolean inside(Node root, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }

    /**
     * The control to go to from {@code owner}: the first in the next (or previous) region that has
     * one.
     */
    static Optional<Node> nextRegion(List<? extends Node> regions, Optional<Node> owner, int step) {
        int from =
                owner.map(
                                node ->
                                        regions.indexOf(
                                                regions.stream()
                                                        .filter(region -> inside(region, node))
                                                        .findFirst()
                                                        .orElse(null)))
                        .orElse(-1);
        int start = from < 0 && step < 0 ? 0 : from;
        for (int i = 1; i <= regions.size(); i++) {
            var region = regions.get(Math.floorMod(start + step * i, regions.size()));
            var target = first(region);
            if (target.isPresent() && !target.equals(owner)) {
                return target;
            }
        }
        return Optional.empty();
    }
}

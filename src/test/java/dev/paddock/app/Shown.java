package dev.paddock.app;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What a person can read on a node. */
final class Shown {
    private Shown() {}

    static String text(Node node) {
        if (!visible(node)) {
            return "";
        }
        return switch (node) {
            case Labeled labeled -> String.valueOf(labeled.getText());
            case TextInputControl input -> input.getText();
            case Text text -> text.getText();
            case TextFlow flow -> flowText(flow);
            default -> "";
        };
    }

    private static String flowText(TextFlow flow) {
        var all = new StringBuilder();
        flow.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .forEach(text -> all.append(text.getText()));
        return all.toString();
    }

    /** With everything it is in. */
    static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}

package dev.paddock.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.List;

/**
 * The views the window is made of.
 *
 * @param welcome shown in place of the chat, see {@link Shell#showWelcome}
 * @param inspector the tabs on the right, in order
 */
public record ShellParts(
        Parent sidebar,
        Parent engineBar,
        Parent banner,
        Parent chat,
        Parent welcome,
        Parent log,
        List<Tab> inspector) {
    public ShellParts {
        inspector = List.copyOf(inspector);
    }

    /** One tab of the inspector. */
    public record Tab(String title, Node content) {}
}

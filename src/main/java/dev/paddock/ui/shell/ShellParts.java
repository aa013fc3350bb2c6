package dev.paddock.ui.shell;

import dev.paddock.ui.common.Lazy;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.List;

/**
 * The views the window is made of.
 *
 * @param log built when it is first opened
 * @param inspector the tabs on the right, in order
 */
public record ShellParts(
        Parent sidebar,
        Parent engineBar,
        Parent banner,
        Parent chat,
        Lazy<Parent> log,
        List<Tab> inspector) {
    public ShellParts {
        inspector = List.copyOf(inspector);
    }

    /** One tab of the inspector; its content is built when it is first chosen. */
    public record Tab(String title, Lazy<Node> content) {}
}

package dev.paddock.ui.shell;

import dev.paddock.ui.common.Shortcut;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the window's menus and keys do outside the window itself.
 *
 * @param commands by their keys; all of {@link Shell#GIVEN} must be there
 * @param useModel takes a file dropped on the window
 * @param about shows what this app is
 */
public record ShellActions(
        Map<Shortcut, Runnable> commands, Consumer<Path> useModel, Runnable about) {
    public ShellActions {
        commands = Map.copyOf(commands);
    }
}

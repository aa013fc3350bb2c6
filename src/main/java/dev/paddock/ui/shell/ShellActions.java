package dev.paddock.ui.shell;

import dev.paddock.ui.common.Shortcut;

import javafx.scene.Node;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the window's menus and keys do outside the window itself.
 *
 * @param commands by their keys; all of {@link Shell#GIVEN} must be there
 * @param useModel takes a file dropped on the window
 * @param about shows what this app is
 * @param composer where people write
 */
public record ShellActions(
        Map<Shortcut, Runnable> commands,
        Consumer<Path> useModel,
        Runnable about,
        Composer composer) {
    /**
     * Where people write.
     *
     * @param box what it is drawn in
     * @param focus gives it the keys
     * @param type puts a text in as if it were typed there, and gives it the keys
     * @param paste puts in what is on the clipboard, and gives it the keys
     */
    public record Composer(Node box, Runnable focus, Consumer<String> type, Runnable paste) {}

    public ShellActions {
        commands = Map.copyOf(commands);
    }
}

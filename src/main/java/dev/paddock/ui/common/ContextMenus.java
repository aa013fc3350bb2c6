package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Context menus that are made when they are asked for, by pointer or by keyboard. For the FX
 * thread.
 */
public final class ContextMenus {
    private ContextMenus() {}

    /**
     * Gives {@code node} a menu.
     *
     * @param items what can be done where it was asked for; none shows no menu of this node
     */
    public static void on(Node node, Function<ContextMenuEvent, List<MenuItem>> items) {
        var open = new ContextMenu();
        node.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event -> {
                    open.hide();
                    open.getItems().setAll(items.apply(event));
                    if (open.getItems().isEmpty()) {
                        return;
                    }
                    if (event.isKeyboardTrigger()) {
                        var at = anchor(event, node);
                        open.show(at, Side.BOTTOM, 0, 0);
                    } else {
                        open.show(node, event.getScreenX(), event.getScreenY());
                    }
                    event.consume();
                });
    }

    /** Gives {@code node} a menu that copies {@code text}. */
    public static void copyable(Node node, Words words, Supplier<String> text) {
        on(
                node,
                _ ->
                        List.of(
                                item(
                                        words.of("menu.copyText"),
                                        () -> SystemClipboard.put(text.get()))));
    }

    public static MenuItem item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Asks for the menu of {@code focused}, as the key for it does. */
    public static void request(Node focused) {
        var middle = focused.getBoundsInLocal();
        var scene = focused.localToScene(middle.getCenterX(), middle.getCenterY());
        var screen = focused.localToScreen(middle.getCenterX(), middle.getCenterY());
        if (screen != null) {
            focused.fireEvent(
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            scene.getX(),
                            scene.getY(),
                            screen.getX(),
                            screen.getY(),
                            true,
                            null));
        }
    }

    /** What has the focus, where that is no more than a part of {@code node}. */
    private static Node anchor(ContextMenuEvent event, Node node) {
        return event.getTarget() instanceof Node target ? target : node;
    }
}

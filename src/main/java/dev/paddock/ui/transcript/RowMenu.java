package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What can be done with the text under the pointer, or with that which has the focus; where the
 * transcript itself has it, with the newest message in sight.
 */
final class RowMenu {
    private final RowsPane pane;
    private final List<Row> rows;
    private final Words words;
    private final RowActions actions;
    private final CodeView code;
    private final MessageMenu messages;

    RowMenu(RowsPane pane, List<Row> rows, Words words, RowActions actions, CodeView code) {
        this.pane = pane;
        this.rows = rows;
        this.words = words;
        this.actions = actions;
        this.code = code;
        messages = new MessageMenu(rows, words, actions);
    }

    List<MenuItem> items(ContextMenuEvent event) {
        var parts = new ArrayList<List<MenuItem>>();
        if (!pane.selection().isEmpty()) {
            parts.add(List.of(item("menu.copy", () -> copy(pane.selection().text()))));
        }
        RichText.linkAt(event.getTarget()).ifPresent(address -> parts.add(link(address)));
        cell(event)
                .ifPresent(
                        cell -> {
                            parts.addAll(blocks(event, cell.index()));
                            parts.addAll(messages.parts(rows.get(cell.index()).message()));
                        });
        if (!rows.isEmpty()) {
            parts.add(List.of(item("menu.selectAll", this::selectAll)));
        }
        return joined(parts);
    }

    private Optional<RowCell> cell(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            var deck = pane.deck();
            return deck.nearest(deck.sceneToLocal(event.getSceneX(), event.getSceneY()).getY());
        }
        for (Node at = (Node) event.getTarget(); at != null && at != pane; at = at.getParent()) {
            if (at instanceof RowCell cell) {
                return Optional.of(cell);
            }
        }
        return pane.deck().live().stream().reduce((_, last) -> last);
    }

    private List<MenuItem> link(String address) {
        var copy = item("menu.copyAddress", () -> copy(address));
        return Links.openable(address).isPresent()
                ? List.of(item("menu.openLink", () -> actions.open(address)), copy)
                : List.of(copy);
    }

    /**
     * A key points at no block, where the focus is beside them: then it is for all of the message.
     */
    private List<List<MenuItem>> blocks(ContextMenuEvent event, int row) {
        var own = block(row);
        if (!event.isKeyboardTrigger() || !own.isEmpty()) {
            return List.of(own);
        }
        var message = rows.get(row).message();
        var code = firsts(message, Block.Code.class);
        var tables = firsts(message, Block.Table.class);
        return List.of(each("menu.code", code), each("menu.table", tables));
    }

    /** Where the blocks of that kind begin. */
    private List<Integer> firsts(MessageId message, Class<? extends Block> kind) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).message().equals(message))
                .filter(i -> rows.get(i) instanceof Row.Answer(_, var it) && kind.isInstance(it))
                .filter(i -> piece(i).first())
                .boxed()
                .toList();
    }

    /** Of a single one what can be done with it, of several a menu for each. */
    private List<MenuItem> each(String key, List<Integer> blocks) {
        if (blocks.size() == 1) {
            return block(blocks.getFirst());
        }
        var menus = new ArrayList<MenuItem>();
        for (int row : blocks) {
            var menu = new Menu(words.of(key, menus.size() + 1, blocks.size()));
            menu.setMnemonicParsing(false);
            menu.getItems().setAll(block(row));
            menus.add(menu);
        }
        return menus;
    }

    private List<MenuItem> block(int row) {
        return switch (rows.get(row)) {
            case Row.Answer(_, Block.Code _) -> {
                int first = first(row);
                yield code(first);
            }
            case Row.Answer(_, Block.Table _) -> table(first(row), last(row));
            case Row.Answer _,
                    Row.Question _,
                    Row.Thoughts _,
                    Row.Waiting _,
                    Row.Notice _,
                    Row.Footer _,
                    Row.Versions _,
                    Row.Editor _ ->
                    List.of();
        };
    }

    private List<MenuItem> table(int first, int last) {
        var parts =
                rows.subList(first, last + 1).stream()
                        .map(row -> (Block.Table) ((Row.Answer) row).block())
                        .toList();
        return List.of(
                item("menu.copyTable", () -> copy(messages.text(first, last))),
                item("menu.copyTable.markdown", () -> copy(TableText.markdown(parts))),
                item("menu.copyTable.csv", () -> copy(TableText.csv(parts))));
    }

    private int first(int row) {
        int first = row;
        while (first > 0 && !piece(first).first()) {
            first--;
        }
        return first;
    }

    private int last(int row) {
        int last = row;
        while (last + 1 < rows.size() && !piece(last).last()) {
            last++;
        }
        return last;
    }

    private Piece piece(int row) {
        return rows.get(row) instanceof Row.Answer(_, Block block)
                        && !(block instanceof Block.Paragraph)
                ? block.piece()
                : Piece.WHOLE;
    }

    private List<MenuItem> code(int first) {
        return List.of(
                item("chat.copyCode", () -> actions.copyCode(first)),
                item("chat.saveCode", () -> actions.saveCode(first)),
                check(
                        "chat.wrapCode",
                        code.display().wrapped(),
                        on -> code.choose(display -> display.withWrapped(on))),
                check(
                        "chat.numberCode",
                        code.display().numbered(),
                        on -> code.choose(display -> display.withNumbered(on))));
    }

    private MenuItem check(String key, boolean now, Consumer<Boolean> action) {
        var item = new CheckMenuItem(words.of(key));
        item.setMnemonicParsing(false);
        item.setSelected(now);
        item.setOnAction(_ -> action.accept(item.isSelected()));
        return item;
    }

    private void selectAll() {
        pane.selection().all();
        pane.showSelection();
    }

    private MenuItem item(String key, Runnable action) {
        return ContextMenus.item(words.of(key), action);
    }

    private static void copy(String text) {
        SystemClipboard.put(text);
    }

    private static List<MenuItem> joined(List<List<MenuItem>> parts) {
        var items = new ArrayList<MenuItem>();
        for (var part : parts) {
            if (!part.isEmpty() && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(part);
        }
        return items;
    }
}

package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.transcript.Selection.Place;
import dev.paddock.ui.words.Words;

import javafx.scene.control.MenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be done with a message. */
final class MessageMenu {
    private final List<Row> rows;
    private final Words words;
    private final RowActions actions;

    MessageMenu(List<Row> rows, Words words, RowActions actions) {
        this.rows = rows;
        this.words = words;
        this.actions = actions;
    }

    /** What copies and shows it, then what changes it. */
    List<List<MenuItem>> parts(MessageId message) {
        return actions.busy().get()
                ? List.of(reading(message))
                : List.of(reading(message), changing(message), versions(message), outline());
    }

    private List<MenuItem> reading(MessageId message) {
        var items = new ArrayList<MenuItem>();
        int from = find(message, _ -> true).orElse(0);
        int to = from;
        while (to + 1 < rows.size() && rows.get(to + 1).message().equals(message)) {
            to++;
        }
        int last = to;
        items.add(item("menu.copyText", () -> SystemClipboard.put(text(from, last))));
        items.add(item("menu.copyMarkdown", () -> actions.copyMessage(message)));
        if (isQuestion(message)) {
            items.add(item("menu.compose", () -> actions.compose(message)));
        }
        if (has(message, Row.Thoughts.class)) {
            items.add(item("menu.thoughts", () -> actions.toggleThoughts(message)));
        }
        if (has(message, Row.Footer.class)) {
            items.add(item("menu.figures", () -> actions.toggleDetails(message)));
        }
        return items;
    }

    private List<MenuItem> changing(MessageId message) {
        var items = new ArrayList<MenuItem>();
        if (find(message, row -> row instanceof Row.Notice it && it.resume()).isPresent()) {
            items.add(item("chat.continue", () -> actions.continueAnswer(message)));
        }
        if (has(message, Row.Footer.class) || has(message, Row.Notice.class)) {
            items.add(item("chat.retry", () -> actions.retry(message)));
        }
        if (isQuestion(message) && rows.getLast().message().equals(message)) {
            items.add(item("menu.ask", () -> actions.ask(message)));
        }
        items.add(item("menu.edit", () -> actions.edit(message)));
        items.add(item("menu.branch", () -> actions.branch(message)));
        items.add(item("menu.delete", () -> actions.delete(message, false)));
        items.add(item("menu.deleteFrom", () -> actions.delete(message, true)));
        return items;
    }

    private List<MenuItem> versions(MessageId message) {
        String own = isQuestion(message) ? ".own" : "";
        return find(message, Row.Versions.class::isInstance)
                .map(at -> ((Row.Versions) rows.get(at)).fork())
                .map(
                        fork -> {
                            var older =
                                    item(
                                            "chat.sibling.older" + own,
                                            () -> actions.sibling(message, -1));
                            var newer =
                                    item(
                                            "chat.sibling.newer" + own,
                                            () -> actions.sibling(message, 1));
                            older.setDisable(fork.place() == 1);
                            newer.setDisable(fork.place() == fork.of());
                            return List.of(older, newer);
                        })
                .orElse(List.of());
    }

    private List<MenuItem> outline() {
        return List.of(item("menu.outline", actions::showOutline));
    }

    private boolean isQuestion(MessageId message) {
        return has(message, Row.Question.class);
    }

    private boolean has(MessageId message, Class<? extends Row> kind) {
        return find(message, kind::isInstance).isPresent();
    }

    private Optional<Integer> find(MessageId message, Predicate<Row> which) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).message().equals(message) && which.test(rows.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The text of some rows as one would select it. */
    String text(int from, int to) {
        var all = new Selection(rows);
        all.begin(new Place(from, 0));
        all.extend(new Place(to, RowText.of(rows.get(to)).length()));
        return all.text();
    }

    private MenuItem item(String key, Runnable action) {
        return ContextMenus.item(words.of(key), action);
    }
}

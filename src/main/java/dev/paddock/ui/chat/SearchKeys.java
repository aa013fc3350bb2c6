package dev.paddock.ui.chat;

import dev.paddock.chat.ConversationId;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Optional;

/**
 * The keys of a search: from the field into the list and back, and with Esc to where the person was
 * before it, unless they have gone on from what was found.
 */
final class SearchKeys {
    private final TextField search;
    private final ListView<SidebarEntry> list;
    private final ConversationListViewModel model;
    private final Runnable otherwise;
    private Optional<ConversationId> origin = Optional.empty();
    private Optional<Node> focus = Optional.empty();

    /**
     * @param otherwise gives the focus away where nothing had it before
     */
    SearchKeys(
            TextField search,
            ListView<SidebarEntry> list,
            ConversationListViewModel model,
            Runnable otherwise) {
        this.search = search;
        this.list = list;
        this.model = model;
        this.otherwise = otherwise;
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    }

    /** Goes to the field; what has the focus now gets it back. */
    void begin() {
        var owner = Optional.ofNullable(search.getScene().getFocusOwner());
        if (owner.filter(it -> it == search || it == list).isEmpty()) {
            focus = owner;
            origin = model.shown();
        }
        search.requestFocus();
        search.selectAll();
    }

    /** What is in sight now is where the person wants to be. */
    void accept() {
        origin = Optional.empty();
    }

    private void fieldKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> back(event);
            case DOWN -> {
                if (!list.getItems().isEmpty()) {
                    list.requestFocus();
                    if (list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().select(first());
                    }
                    event.consume();
                }
            }
            case ENTER -> {
                if (isSearching() && !list.getItems().isEmpty()) {
                    list.requestFocus();
                    list.getSelectionModel().select(first());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void listKey(KeyEvent event) {
        if (!isSearching() || event.getTarget() instanceof TextField) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            back(event);
        } else if (event.getCode() == KeyCode.ENTER) {
            accept();
        } else if (event.getCode() == KeyCode.UP
                && list.getSelectionModel().getSelectedIndex() <= 0) {
            search.requestFocus();
            search.end();
            event.consume();
        }
    }

    /** The message that matches best, or the conversation whose title does. */
    private int first() {
        boolean title =
                list.getItems().getFirst() instanceof SidebarEntry.Item item
                        && item.title().marks().isEmpty()
                        && list.getItems().size() > 1
                        && list.getItems().get(1) instanceof SidebarEntry.Place;
        return title || list.getItems().getFirst() instanceof SidebarEntry.Heading ? 1 : 0;
    }

    private boolean isSearching() {
        return !search.getText().isEmpty();
    }

    /**
     * Where nothing is searched for, Esc does as well what it does elsewhere: it ends an answer.
     */
    private void back(KeyEvent event) {
        if (isSearching()) {
            event.consume();
        } else if (focus.isEmpty()) {
            return;
        }
        search.clear();
        origin.ifPresent(model::select);
        origin = Optional.empty();
        focus.filter(it -> it.getScene() == search.getScene() && !it.isDisabled())
                .ifPresentOrElse(Node::requestFocus, otherwise);
        focus = Optional.empty();
    }
}

package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.ui.chat.ConversationListViewModel.Entry;
import dev.paddock.ui.chat.ConversationListViewModel.Heading;
import dev.paddock.ui.chat.ConversationListViewModel.Item;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The list of conversations with its search. */
public final class Sidebar {
    private static final PseudoClass NONE_MARKED = PseudoClass.getPseudoClass("none-marked");
    private static final double ROW = 34;

    private final Words words;
    private final ConversationListViewModel model;
    private final Runnable writeNext;
    private final Parent node;
    private final ObjectProperty<Optional<ConversationId>> renaming =
            new SimpleObjectProperty<>(Optional.empty());
    private boolean syncing;

    @FXML private TextField search;
    @FXML private Button clear;
    @FXML private Button create;
    @FXML private ListView<Entry> list;
    @FXML private Label nothing;
    @FXML private Button again;

    /**
     * @param writeNext called when a new conversation waits for its first message
     */
    Sidebar(
            Toolkit kit,
            ConversationListViewModel model,
            ConversationViewModel open,
            Runnable writeNext) {
        this.words = kit.words();
        this.model = model;
        this.writeNext = writeNext;
        node = kit.views().load("chat-sidebar", this);
        Tooltips.put(create, words.of("chat.list.new"), Shortcut.NEW_CHAT);
        Tooltips.put(clear, words.of("chat.list.clear"));
        Tooltips.put(search, words.of("chat.list.searchHelp"), Shortcut.FIND_CHAT);
        search.textProperty().bindBidirectional(model.queryProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setCellFactory(_ -> new ConversationCell(words, new CellActions()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        again.visibleProperty().bind(model.unreadableProperty());
        again.managedProperty().bind(again.visibleProperty());
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuOfSelected);
        list.setFixedCellSize(ROW);
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(at -> list.pseudoClassStateChanged(NONE_MARKED, at.intValue() < 0));
        model.entries().subscribe(this::fill);
        fill();
        open.sessionProperty().subscribe(_ -> mark());
        open.chosenProperty().subscribe(_ -> mark());
        model.queryProperty().subscribe(_ -> showNothing());
        model.loadedProperty().subscribe(_ -> showNothing());
        model.unreadableProperty().subscribe(_ -> showNothing());
    }

    Parent node() {
        return node;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    @FXML
    void create() {
        model.create();
        writeNext.run();
    }

    @FXML
    private void clearSearch() {
        search.clear();
        search.requestFocus();
    }

    /** The way back to the notice that says why, and what helps. */
    @FXML
    private void readAgain() {
        model.readAgain();
    }

    private void fill() {
        syncing = true;
        list.getItems().setAll(model.entries());
        syncing = false;
        mark();
    }

    /** Selects what is shown, without opening anything. */
    private void mark() {
        syncing = true;
        var selection = list.getSelectionModel();
        int index = -1;
        for (int i = 0; i < list.getItems().size() && index < 0; i++) {
            index =
                    conversation(list.getItems().get(i))
                                    .map(Conversation::id)
                                    .filter(id -> model.shown().filter(id::equals).isPresent())
                                    .isPresent()
                            ? i
                            : -1;
        }
        if (index < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
        }
        syncing = false;
    }

    /** A heading is passed over, in the direction the selection came from. */
    private void selected(@Nullable Entry before, @Nullable Entry now) {
        if (syncing) {
            return;
        }
        if (now instanceof Heading) {
            var items = list.getItems();
            int at = items.indexOf(now);
            boolean up = items.indexOf(before) > at && at > 0;
            list.getSelectionModel().clearAndSelect(up ? at - 1 : at + 1);
            return;
        }
        conversation(now).map(Conversation::id).ifPresent(model::select);
    }

    private Optional<Conversation> current() {
        return conversation(list.getSelectionModel().getSelectedItem());
    }

    private static Optional<Conversation> conversation(@Nullable Entry entry) {
        return entry instanceof Item(Conversation it, _) ? Optional.of(it) : Optional.empty();
    }

    /** The key for it is asked of the list, whose cells have the menus. */
    private void menuOfSelected(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && event.getTarget() == list) {
            list.lookupAll(".conversation-cell:selected").stream()
                    .findFirst()
                    .ifPresent(ContextMenus::request);
            event.consume();
        }
    }

    private void listKey(KeyEvent event) {
        if (renaming.get().isPresent()) {
            return;
        }
        if (event.getCode() == KeyCode.F2) {
            renaming.set(current().map(Conversation::id));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            current().map(Conversation::id).ifPresent(model::delete);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            writeNext.run();
            event.consume();
        }
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        }
    }

    private void showNothing() {
        String query = model.queryProperty().get();
        nothing.setText(
                !model.loadedProperty().get()
                        ? words.of("chat.list.opening")
                        : model.unreadableProperty().get()
                                ? words.of("chat.list.unreadable")
                                : query.isBlank()
                                        ? words.of("chat.list.empty")
                                        : words.of("chat.list.noneFound", query.strip()));
    }

    /** What the cells ask for. */
    private final class CellActions implements ConversationCell.Actions {
        @Override
        public ObjectProperty<Optional<ConversationId>> renaming() {
            return renaming;
        }

        @Override
        public void rename(ConversationId id, String title) {
            model.rename(id, title);
            renaming.set(Optional.empty());
            list.requestFocus();
        }

        @Override
        public void delete(ConversationId id) {
            model.delete(id);
        }
    }
}

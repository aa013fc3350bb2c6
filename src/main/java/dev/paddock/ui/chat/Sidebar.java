package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.ui.chat.SidebarEntry.Heading;
import dev.paddock.ui.chat.SidebarEntry.Item;
import dev.paddock.ui.chat.SidebarEntry.Place;
import dev.paddock.ui.chat.SidebarEntry.Remark;
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
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The list of conversations with its search. */
public final class Sidebar {
    private static final PseudoClass NONE_MARKED = PseudoClass.getPseudoClass("none-marked");
    private static final double ROW = 34;

    /** Two lines of a place. The list cannot be relied on to place rows of several heights. */
    private static final double FOUND_ROW = 44;

    private final Words words;
    private final ConversationListViewModel model;
    private final Runnable writeNext;
    private final Parent node;
    private final ObjectProperty<Optional<ConversationId>> renaming =
            new SimpleObjectProperty<>(Optional.empty());
    private final SearchKeys keys;
    private final ConversationSaver saver;
    private Optional<Place> place = Optional.empty();
    private boolean syncing;

    @FXML private TextField search;
    @FXML private Button clear;
    @FXML private Button create;
    @FXML private ListView<SidebarEntry> list;
    @FXML private Label nothing;
    @FXML private Button again;
    @FXML private Button showAll;
    @FXML private Button read;

    /**
     * @param writeNext called when a new conversation waits for its first message
     */
    Sidebar(
            Toolkit kit,
            ConversationListViewModel model,
            ConversationViewModel open,
            ConversationSaver saver,
            Runnable writeNext) {
        this.saver = saver;
        this.words = kit.words();
        this.model = model;
        this.writeNext = writeNext;
        node = kit.views().load("chat-sidebar", this);
        Tooltips.put(create, words.of("chat.list.new"), Shortcut.NEW_CHAT);
        Tooltips.put(clear, words.of("chat.list.clear"));
        Tooltips.put(search, words.of("chat.list.searchHelp"), Shortcut.FIND_CHAT);
        search.textProperty().bindBidirectional(model.search().queryProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        keys = new SearchKeys(search, list, model, writeNext);
        list.setCellFactory(_ -> new ConversationCell(words, new CellActions()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::listKey);
        again.visibleProperty().bind(model.unreadableProperty());
        again.managedProperty().bind(again.visibleProperty());
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuOfSelected);
        showAll.managedProperty().bind(showAll.visibleProperty());
        read.managedProperty().bind(read.visibleProperty());
        list.addEventFilter(MouseEvent.MOUSE_CLICKED, _ -> keys.accept());
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(at -> list.pseudoClassStateChanged(NONE_MARKED, at.intValue() < 0));
        model.entries().subscribe(this::fill);
        fill();
        open.sessionProperty().subscribe(_ -> mark());
        open.chosenProperty().subscribe(_ -> mark());
        model.search().hitsProperty().subscribe(_ -> showNothing());
        search.textProperty().subscribe(_ -> showNothing());
        model.loadedProperty().subscribe(_ -> showNothing());
        model.unreadableProperty().subscribe(_ -> showNothing());
    }

    Parent node() {
        return node;
    }

    void focusSearch() {
        keys.begin();
    }

    @FXML
    void create() {
        model.create();
        writeNext.run();
    }

    @FXML
    private void clearSearch() {
        keys.accept();
        search.clear();
        search.requestFocus();
    }

    @FXML
    private void readFile() {
        saver.read(window());
    }

    private Window window() {
        return node.getScene().getWindow();
    }

    /** The way back to the notice that says why, and what helps. */
    @FXML
    private void readAgain() {
        model.readAgain();
    }

    private void fill() {
        syncing = true;
        boolean found = model.search().hitsProperty().get().isPresent();
        list.setFixedCellSize(found ? FOUND_ROW : ROW);
        list.getItems().setAll(model.entries());
        syncing = false;
        mark();
    }

    /** Selects what is shown, without opening anything. */
    private void mark() {
        syncing = true;
        var selection = list.getSelectionModel();
        int index = place.map(list.getItems()::indexOf).filter(it -> it >= 0).orElse(-1);
        if (index < 0 || !isShown(list.getItems().get(index))) {
            index = firstShown();
        }
        if (index < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != index) {
            selection.clearAndSelect(index);
        }
        syncing = false;
    }

    private int firstShown() {
        var items = list.getItems();
        return IntStream.range(0, items.size())
                .filter(i -> isShown(items.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private boolean isShown(SidebarEntry entry) {
        return entry.target().isPresent() && entry.target().equals(model.shown());
    }

    /** What leads nowhere is passed over, in the direction the selection came from. */
    private void selected(@Nullable SidebarEntry before, @Nullable SidebarEntry now) {
        if (syncing || now == null) {
            return;
        }
        var items = list.getItems();
        int at = items.indexOf(now);
        switch (now) {
            case Heading _ -> {
                boolean up = items.indexOf(before) > at && at > 0;
                list.getSelectionModel().clearAndSelect(up ? at - 1 : at + 1);
            }
            case Remark _ -> list.getSelectionModel().clearAndSelect(at - 1);
            case Item(var conversation, _, _) -> {
                place = Optional.empty();
                model.select(conversation.id());
            }
            case Place it -> {
                place = Optional.of(it);
                model.open(it);
            }
        }
    }

    private Optional<Conversation> current() {
        return conversation(list.getSelectionModel().getSelectedItem());
    }

    private static Optional<Conversation> conversation(@Nullable SidebarEntry entry) {
        return entry instanceof Item(Conversation it, _, _) ? Optional.of(it) : Optional.empty();
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

    private void showNothing() {
        String query = search.getText();
        boolean searched = model.search().hitsProperty().get().isPresent();
        boolean readable = model.loadedProperty().get() && !model.unreadableProperty().get();
        showAll.setVisible(searched && readable);
        read.setVisible(!searched && readable);
        nothing.setText(
                !model.loadedProperty().get()
                        ? words.of("chat.list.opening")
                        : model.unreadableProperty().get()
                                ? words.of("chat.list.unreadable")
                                : searched
                                        ? nothingFound(query.strip())
                                        : words.of("chat.list.empty"));
    }

    private String nothingFound(String query) {
        return switch (model.search().hitsProperty().get().orElseThrow().state()) {
            case SEARCHING -> words.of("chat.search.searching");
            case INDEXING -> words.of("chat.search.noneYet", query);
            case ALL, CUT -> words.of("chat.search.none", query);
        };
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

        @Override
        public List<MenuItem> items(Supplier<Optional<Conversation>> shown) {
            return saver.items(shown, Sidebar.this::window);
        }
    }
}

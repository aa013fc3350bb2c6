package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Role;
import dev.paddock.chat.SearchHits;
import dev.paddock.ui.chat.SidebarEntry.Heading;
import dev.paddock.ui.chat.SidebarEntry.Item;
import dev.paddock.ui.chat.SidebarEntry.Place;
import dev.paddock.ui.chat.SidebarEntry.Remark;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.transcript.WritingDirection;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A conversation in the list; its name can be changed in place. */
final class ConversationCell extends ListCell<SidebarEntry> {
    /** Of a line of a title, and of two of a place, in pixels. */
    private static final double TITLE = 22;

    private static final double PLACE = 36;

    private final Words words;
    private final Actions actions;
    private final Label heading = new Label();
    private final Label title = new Label();
    private final ActivityMark mark = new ActivityMark();
    private final TextField name = new TextField();
    private final HBox line = new HBox(title, mark);
    private final ContextMenu menu = new ContextMenu();
    private final FoundText foundTitle = new FoundText(TITLE);
    private final FoundText foundText = new FoundText(PLACE);
    private final HBox foundLine = new HBox(foundText);
    private final Label remark = new Label();
    private boolean marked;

    /** What a cell can do to its conversation. */
    interface Actions {
        /** The conversation whose name is being changed. */
        ObjectProperty<Optional<ConversationId>> renaming();

        void rename(ConversationId id, String title);

        void delete(ConversationId id);

        /** More for its menu. */
        List<MenuItem> items(Supplier<Optional<Conversation>> shown);
    }

    ConversationCell(Words words, Actions actions) {
        this.words = words;
        this.actions = actions;
        styleFound();
        getStyleClass().add("conversation-cell");
        heading.getStyleClass().add("group");
        line.getStyleClass().add("line");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setAccessibleText(words.of("chat.list.name"));
        WritingDirection.follow(name);
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::nameKey);
        name.focusedProperty().subscribe(this::nameFocus);
        setPrefWidth(0);
        line.prefWidthProperty().bind(widthProperty());
        var rename = ContextMenus.item(words.of("chat.list.rename"), this::beginRename);
        var delete =
                ContextMenus.item(
                        words.of("chat.list.delete"), () -> id().ifPresent(actions::delete));
        var copy =
                ContextMenus.item(
                        words.of("chat.list.copyTitle"),
                        () -> SystemClipboard.put(title.getText()));
        menu.getItems().setAll(rename, copy, delete);
        menu.getItems().addAll(actions.items(this::conversation));
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getClickCount() == 2) {
                        beginRename();
                    }
                });
        actions.renaming().subscribe(_ -> showRenaming());
    }

    private void styleFound() {
        foundTitle.getStyleClass().add("found-title");
        foundLine.getStyleClass().addAll("line", "found-place");
        foundLine.prefWidthProperty().bind(widthProperty());
        HBox.setHgrow(foundTitle, Priority.ALWAYS);
        HBox.setHgrow(foundText, Priority.ALWAYS);
        remark.getStyleClass().add("found-remark");
        remark.setWrapText(true);
    }

    @Override
    protected void updateItem(SidebarEntry item, boolean empty) {
        super.updateItem(item, empty);
        setMouseTransparent(item instanceof Heading || item instanceof Remark);
        setContextMenu(item instanceof Item ? menu : null);
        if (empty || item == null) {
            setAccessibleText(null);
            setGraphic(null);
            return;
        }
        switch (item) {
            case Heading(Age age) -> {
                heading.setText(words.of(age.wordKey()));
                setAccessibleText(heading.getText());
                setGraphic(heading);
            }
            case Item shown -> show(shown);
            case Place(_, var hit) -> show(hit);
            case Remark(var state) -> show(state);
        }
    }

    private void show(SearchHits.Hit hit) {
        var lead = hit.role() == Role.USER ? words.of("chat.search.you") + " " : "";
        foundText.show(lead, hit.excerpt());
        setAccessibleText(lead + hit.excerpt().text());
        setGraphic(foundLine);
    }

    private void show(SearchHits.State state) {
        remark.setText(
                words.of(
                        switch (state) {
                            case CUT -> "chat.search.cut";
                            case INDEXING -> "chat.search.indexing";
                            case SEARCHING, ALL -> "chat.search.searching";
                        }));
        setAccessibleText(remark.getText());
        setGraphic(remark);
    }

    private void show(Item item) {
        String name = item.conversation().title();
        title.setText(name);
        foundTitle.show("", item.title());
        marked = !item.title().marks().isEmpty();
        line.getChildren().setAll(marked ? foundTitle : title, mark);
        mark.show(item.activity());
        setAccessibleText(ActivityMark.name(words, name, item.activity()));
        setGraphic(line);
        showRenaming();
    }

    private Optional<Conversation> conversation() {
        return getItem() instanceof Item item ? Optional.of(item.conversation()) : Optional.empty();
    }

    private Optional<ConversationId> id() {
        return conversation().map(Conversation::id);
    }

    private boolean isRenaming() {
        return id().isPresent() && actions.renaming().get().equals(id());
    }

    private void beginRename() {
        actions.renaming().set(id());
    }

    private void showRenaming() {
        boolean now = isRenaming();
        boolean before = line.getChildren().contains(name);
        if (now && !before) {
            name.setText(title.getText());
            line.getChildren().setAll(name);
            name.requestFocus();
            name.selectAll();
        } else if (!now && before) {
            line.getChildren().setAll(marked ? foundTitle : title, mark);
        }
    }

    private void nameKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            name.setText("");
            commit();
            event.consume();
        }
    }

    private void nameFocus(boolean focused) {
        if (!focused && isRenaming()) {
            commit();
        }
    }

    /** A blank name leaves the old one. */
    private void commit() {
        id().filter(_ -> isRenaming()).ifPresent(it -> actions.rename(it, name.getText()));
    }
}

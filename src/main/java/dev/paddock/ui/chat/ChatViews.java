package dev.paddock.ui.chat;

import dev.paddock.chat.ConversationId;
import dev.paddock.ui.common.FrameCoalescer;
import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The chat as the window sees it: three views and what can be done from menus. Opens a new
 * conversation at once; the list fills itself from {@code Conversations.list()}. For the FX thread.
 */
public final class ChatViews {
    private final ConversationViewModel open;
    private final ConversationListViewModel list;
    private final Sidebar sidebar;
    private final ConversationSaver saver;
    private final ComposerViewModel composer;
    private final ConversationPane conversation;
    private final Lazy<ChatSettings> settings;
    private final BackupsCard backups;

    public ChatViews(Toolkit kit, ChatServices services) {
        var ui = kit.ui();
        open =
                new ConversationViewModel(
                        ui, services.background(), job -> new FrameCoalescer(ui, job)::request);
        list =
                new ConversationListViewModel(
                        services, open, ui, kit.words(), kit.notices(), kit.clock());
        composer =
                new ComposerViewModel(
                        open,
                        services.conversations().drafts(),
                        ui,
                        kit.words(),
                        kit.notices(),
                        list.problems(),
                        services.engine().start());
        conversation = new ConversationPane(kit, open, composer, services);
        saver = new ConversationSaver(kit, services, list::readAgain);
        sidebar = new Sidebar(kit, list, open, saver, conversation::focusInput);
        settings = new Lazy<>(() -> new ChatSettings(kit, services, open));
        backups = new BackupsCard(kit, services.recovery(), list.problems()::restoreNow);
        list.quoteProperty().subscribe(conversation::reveal);
        kit.watch(services.engine().before(), composer::beforeStart);
        kit.watch(services.engine().readiness(), composer::readiness);
        kit.own(open);
        var unsaved = new UnsavedNotices(ui, kit.words(), kit.notices());
        open.sessionProperty().subscribe(session -> session.ifPresent(unsaved::opened));
        kit.own(unsaved);
        kit.own(list);
        list.create();
        kit.own(new LastConversation(ui, services, list, open));
    }

    /** The list of conversations. */
    public Parent sidebar() {
        return sidebar.node();
    }

    /** Transcript and composer. */
    public Parent conversation() {
        return conversation.node();
    }

    /** System prompt and sampling of the open conversation. */
    public Parent settings() {
        return settings.get().node();
    }

    /**
     * Lets a question go only with right values; a wrong one gets the focus.
     *
     * @param reveal brings {@link #settings} into sight
     */
    public void settleBeforeSending(Runnable reveal) {
        composer.settleFirst(() -> settings.built().map(made -> made.settle(reveal)).orElse(true));
    }

    /** Where cards are shown, and what takes them away. */
    public void showCardsIn(Consumer<Parent> place, Runnable away) {
        conversation.outline().showIn(place, away);
    }

    /** Shows all messages of the open conversation, with all versions. */
    public void showOutline() {
        conversation.outline().open();
    }

    /** Told when a person goes on writing, and before they end an answer. */
    public void onGoingOn(Runnable listener) {
        composer.onWritten(listener);
        open.onEndByHand(listener);
    }

    /** Shows {@code node} where an empty conversation has its greeting, while {@code so}. */
    public void greetWith(Node node, ObservableBooleanValue so) {
        conversation.greet(node, so);
    }

    /** Says so while a model only demonstrates the app, and suggests what to ask it. */
    public void demonstrate(Demonstration what) {
        conversation.demonstrate(what);
    }

    /** Opens a conversation of the list. */
    public void show(ConversationId id) {
        list.select(id);
    }

    /** Says so when the conversations cannot be read. */
    public void report(CompletableFuture<Void> reading) {
        list.reportReading(reading);
    }

    /** The copies of the history, to restore one. */
    public Parent backups(Runnable close) {
        return backups.card(close);
    }

    public void newConversation() {
        sidebar.create();
    }

    public void focusSearch() {
        sidebar.focusSearch();
    }

    /** Where people write, a part of the conversation. */
    public Node composer() {
        return conversation.composer();
    }

    public void focusComposer() {
        conversation.focusInput();
    }

    /** Ends the answer under way, if there is one; what waits for the engine stays a draft. */
    public void stop() {
        conversation.stop();
    }

    /** As if it were typed into the composer, which has the focus then. */
    public void type(String text) {
        conversation.type(text);
    }

    /** As if it were pasted into the composer, which has the focus then. */
    public void paste() {
        conversation.paste();
    }

    /** Puts the newest answer on the clipboard, if there is one. */
    public void copyLastAnswer() {
        open.transcript().lastAnswer().ifPresent(SystemClipboard::put);
    }

    /** Saves conversations in files. */
    ConversationSaver saver() {
        return saver;
    }

    /** How many rows the transcript has. */
    int transcriptRows() {
        return open.transcript().rows().size();
    }
}

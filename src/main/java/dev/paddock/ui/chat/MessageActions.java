package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.transcript.Links;
import dev.paddock.ui.transcript.MessageDraft;
import dev.paddock.ui.transcript.RowActions;
import dev.paddock.ui.transcript.Transcript;
import dev.paddock.ui.transcript.TranscriptView;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.TextArea;

import java.net.URI;
import java.util.function.Consumer;

/** What the rows of the transcript do. */
final class MessageActions implements RowActions {
    private final ConversationViewModel open;
    private final Transcript transcript;
    private final BranchesViewModel branches;
    private final EditorsViewModel editors;
    private final RemovalsViewModel removals;
    private final Outline outline;
    private final ConversationPane pane;
    private final Consumer<URI> browser;

    MessageActions(
            Toolkit kit,
            ConversationViewModel open,
            ComposerViewModel composer,
            ChatServices services,
            ConversationPane pane) {
        this.open = open;
        this.pane = pane;
        var conversations = services.conversations();
        transcript = open.transcript();
        browser = services.browser();
        branches = new BranchesViewModel(open, composer, conversations, kit.ui(), kit.words());
        editors = new EditorsViewModel(open, branches, conversations.drafts());
        removals = new RemovalsViewModel(open, branches, conversations, kit.words(), kit.notices());
        outline = new Outline(open, branches, kit.words(), kit.ui(), pane::reveal);
    }

    /** Also does what the keys for messages ask for. */
    void listenTo(TranscriptView view, Node around, TextArea input) {
        new MessageKeys(view, branches, editors).listenTo(around, input);
    }

    Outline outline() {
        return outline;
    }

    @Override
    public void showOutline() {
        outline.open();
    }

    @Override
    public void open(String address) {
        Links.openable(address).ifPresent(browser);
    }

    @Override
    public void copyCode(int row) {
        SystemClipboard.put(transcript.codeFrom(row));
    }

    @Override
    public void saveCode(int row) {
        pane.saveCode(row);
    }

    @Override
    public void copyMessage(MessageId message) {
        transcript.textOf(message).ifPresent(SystemClipboard::put);
    }

    @Override
    public void compose(MessageId message) {
        transcript.textOf(message).ifPresent(pane::compose);
    }

    @Override
    public ReadOnlyBooleanProperty busy() {
        return open.busyProperty();
    }

    @Override
    public void edit(MessageId message) {
        editors.edit(message).ifPresent(pane::reveal);
    }

    @Override
    public void save(MessageDraft draft, boolean ask) {
        if (ask) {
            pane.follow();
        }
        editors.save(draft, ask);
        pane.focusInput();
    }

    @Override
    public void closeEditor(MessageDraft draft) {
        editors.close(draft);
        pane.focusInput();
    }

    @Override
    public void continueAnswer(MessageId message) {
        pane.follow();
        branches.continueAnswer(message);
    }

    @Override
    public void branch(MessageId message) {
        branches.branch(message);
    }

    @Override
    public void delete(MessageId message, boolean below) {
        removals.delete(message, below);
    }

    @Override
    public void ask(MessageId message) {
        pane.follow();
        branches.askAsItIs(message);
    }

    @Override
    public void retry(MessageId message) {
        pane.follow();
        branches.retry(message);
    }

    @Override
    public void sibling(MessageId message, int step) {
        branches.showSibling(message, step);
    }

    @Override
    public void toggleThoughts(MessageId message) {
        transcript.toggleThoughts(message);
    }

    @Override
    public void toggleFold(int row) {
        transcript.toggleFold(row);
    }

    @Override
    public void toggleDetails(MessageId message) {
        transcript.toggleDetails(message);
    }
}

package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.transcript.Links;
import dev.paddock.ui.transcript.RowActions;
import dev.paddock.ui.transcript.Transcript;

import java.net.URI;
import java.util.function.Consumer;

/** What the rows of the transcript do. */
final class MessageActions implements RowActions {
    private final Transcript transcript;
    private final BranchesViewModel branches;
    private final ConversationPane pane;
    private final Consumer<URI> browser;

    MessageActions(
            Transcript transcript,
            BranchesViewModel branches,
            ConversationPane pane,
            Consumer<URI> browser) {
        this.transcript = transcript;
        this.branches = branches;
        this.pane = pane;
        this.browser = browser;
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

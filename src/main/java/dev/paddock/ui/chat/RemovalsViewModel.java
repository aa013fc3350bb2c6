package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.Removal;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.Words;

import java.util.List;
import java.util.Optional;

/**
 * Takes messages out of the open conversation, and puts them back. Used on one thread, that of
 * {@code fx}.
 */
final class RemovalsViewModel {
    private final ConversationViewModel open;
    private final BranchesViewModel branches;
    private final Conversations conversations;
    private final Words words;
    private final Notices notices;
    private int removals;

    RemovalsViewModel(
            ConversationViewModel open,
            BranchesViewModel branches,
            Conversations conversations,
            Words words,
            Notices notices) {
        this.open = open;
        this.branches = branches;
        this.conversations = conversations;
        this.words = words;
        this.notices = notices;
    }

    /**
     * Removes a message, unless an answer is on its way; a notice offers to take that back.
     *
     * @param below whether all that follows it goes, too
     */
    void delete(MessageId message, boolean below) {
        open.idle()
                .map(session -> session.state().value().tree())
                .ifPresent(
                        tree ->
                                delete(
                                        tree,
                                        below ? tree.withoutFrom(message) : tree.without(message)));
    }

    private void delete(ConversationTree tree, Removal removal) {
        var first = tree.summary(removal.messages().getFirst());
        int count = removal.messages().size();
        var told =
                count > 1
                        ? words.of("chat.removed.from", count, first)
                        : words.of(first.isEmpty() ? "chat.removed.blank" : "chat.removed", first);
        branches.change(
                session -> session.remove(removal), session -> removed(session, removal, told));
    }

    private void removed(ChatSession session, Removal removal, String told) {
        var drafts = conversations.drafts();
        removal.messages().forEach(message -> drafts.delete(session.id(), message));
        offerUndo(session, removal, told);
    }

    private void offerUndo(ChatSession session, Removal removal, String told) {
        var undo = new Notice.Action(words.of("chat.list.undo"), () -> undo(session, removal));
        notices.show(
                new Notice(
                        "chat.removed " + ++removals,
                        Severity.NEUTRAL,
                        told,
                        List.of(undo),
                        Optional.of(ConversationListViewModel.UNDO)));
    }

    /** Wherever the person has gone meanwhile; it may have been closed and opened again since. */
    private void undo(ChatSession session, Removal removal) {
        var drafts = conversations.drafts();
        branches.change(
                session,
                it -> conversations.open(it.id()).thenCompose(now -> now.restore(removal)),
                it -> removal.messages().forEach(message -> drafts.restore(it.id(), message)));
    }
}

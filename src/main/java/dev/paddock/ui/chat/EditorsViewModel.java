package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Drafts;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.Role;
import dev.paddock.ui.transcript.MessageDraft;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Messages that a person changes in their place. What is not saved is kept as what is written in
 * the composer is. Used on one thread, that of {@code fx}.
 */
final class EditorsViewModel {
    private final ConversationViewModel open;
    private final BranchesViewModel branches;
    private final Drafts drafts;

    EditorsViewModel(ConversationViewModel open, BranchesViewModel branches, Drafts drafts) {
        this.open = open;
        this.branches = branches;
        this.drafts = drafts;
    }

    /**
     * Shows the text of a message in an editor, or what a person had made of it before, unless an
     * answer is on its way.
     *
     * @return the message, where it is shown so
     */
    Optional<MessageId> edit(MessageId message) {
        return edit(found -> found.id().equals(message));
    }

    /** As {@link #edit(MessageId)}, the last one that a person wrote. */
    Optional<MessageId> editLast() {
        return edit(found -> found.role() == Role.USER);
    }

    private Optional<MessageId> edit(Predicate<Message> which) {
        return branches.idleOrTold()
                .flatMap(
                        session -> {
                            var messages = session.state().value().messages().reversed();
                            var found = messages.stream().filter(which).findFirst();
                            found.ifPresent(message -> edit(session.id(), message));
                            return found.map(Message::id);
                        });
    }

    private void edit(ConversationId conversation, Message message) {
        var kept = drafts.of(conversation, message.id());
        var draft = new MessageDraft(message, kept.isEmpty() ? message.content() : kept);
        draft.textProperty().subscribe(text -> keep(conversation, draft, text));
        open.transcript().edit(draft);
    }

    private void keep(ConversationId conversation, MessageDraft draft, String text) {
        drafts.put(conversation, draft.message().id(), draft.isUnchanged() ? "" : text);
    }

    void close(MessageDraft draft) {
        open.transcript().closeEditor(draft.message().id());
    }

    /**
     * Keeps it beside the message; what is as it was is not kept twice.
     *
     * @param ask whether it is to be answered
     */
    void save(MessageDraft draft, boolean ask) {
        var message = draft.message().id();
        Consumer<ChatSession> done = session -> saved(session, draft);
        if (ask) {
            branches.ask(session -> session.ask(message, draft.text()), done);
        } else if (draft.isUnchanged()) {
            close(draft);
        } else {
            branches.change(session -> session.edit(message, draft.text()), done);
        }
    }

    private void saved(ChatSession session, MessageDraft draft) {
        drafts.put(session.id(), draft.message().id(), "");
        close(draft);
    }
}

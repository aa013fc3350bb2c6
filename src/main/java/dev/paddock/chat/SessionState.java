package dev.paddock.chat;

import java.util.List;
import java.util.Optional;

/**
 * What an open conversation shows, apart from the growing text.
 *
 * @param conversation its title, prompt and sampling
 * @param tree its messages; while {@code live} is present the leaf is its still empty message
 * @param live the answer being received
 * @param busy from {@link ChatSession#send} until its answer has ended: nothing else can be sent
 * @param unsaved why the newest text is not on the disk, while it is not; saving is tried again
 */
public record SessionState(
        Conversation conversation,
        ConversationTree tree,
        Optional<LiveAnswer> live,
        boolean busy,
        Optional<HistoryFailure> unsaved) {
    static SessionState idle(Conversation conversation, ConversationTree tree) {
        return new SessionState(conversation, tree, Optional.empty(), false, Optional.empty());
    }

    /** The chosen branch, oldest first. */
    public List<Message> messages() {
        return tree.branch();
    }

    SessionState with(Conversation changed) {
        return new SessionState(changed, tree, live, busy, unsaved);
    }

    SessionState with(ConversationTree changed) {
        return new SessionState(conversation, changed, live, busy, unsaved);
    }

    SessionState sending(boolean now) {
        return new SessionState(conversation, tree, live, now, unsaved);
    }

    SessionState answering(Conversation touched, ConversationTree longer, LiveAnswer answer) {
        return new SessionState(touched, longer, Optional.of(answer), true, unsaved);
    }

    SessionState answered(Message answer) {
        return new SessionState(
                conversation, tree.replaced(answer), Optional.empty(), false, unsaved);
    }

    SessionState unsaved(Optional<HistoryFailure> why) {
        return new SessionState(conversation, tree, live, busy, why);
    }
}

package dev.paddock.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an open conversation shows, apart from the growing text.
 *
 * @param conversation its title, prompt and sampling
 * @param messages the branch, oldest first; while {@code live} is present the last one is its still
 *     empty message
 * @param live the answer being received
 * @param busy from {@link ChatSession#send} until its answer has ended: nothing else can be sent
 * @param unsaved why the newest text is not on the disk, while it is not; saving is tried again
 */
public record SessionState(
        Conversation conversation,
        List<Message> messages,
        Optional<LiveAnswer> live,
        boolean busy,
        Optional<HistoryException> unsaved) {
    public SessionState {
        messages = List.copyOf(messages);
    }

    static SessionState idle(Conversation conversation, List<Message> messages) {
        return new SessionState(conversation, messages, Optional.empty(), false, Optional.empty());
    }

    SessionState with(Conversation changed) {
        return new SessionState(changed, messages, live, busy, unsaved);
    }

    SessionState sending(boolean now) {
        return new SessionState(conversation, messages, live, now, unsaved);
    }

    SessionState answering(Conversation touched, List<Message> branch, LiveAnswer answer) {
        return new SessionState(touched, branch, Optional.of(answer), true, unsaved);
    }

    SessionState answered(Message answer) {
        var branch = new ArrayList<>(messages);
        branch.set(branch.size() - 1, answer);
        return new SessionState(conversation, branch, Optional.empty(), false, unsaved);
    }

    SessionState unsaved(Optional<HistoryException> why) {
        return new SessionState(conversation, messages, live, busy, why);
    }
}

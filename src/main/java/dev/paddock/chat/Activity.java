package dev.paddock.chat;

import java.util.Optional;

/**
 * What goes on in a conversation, or went on while nobody looked.
 *
 * @param answering whether an answer is on its way
 * @param queued messages that wait to be sent
 * @param unseen how an answer ended that nobody has seen
 */
public record Activity(boolean answering, int queued, Optional<MessageStatus> unseen) {
    public static final Activity NONE = new Activity(false, 0, Optional.empty());

    Activity answering(boolean now) {
        return new Activity(now, queued, unseen);
    }

    Activity queued(int now) {
        return new Activity(answering, now, unseen);
    }

    Activity unseen(Optional<MessageStatus> now) {
        return new Activity(answering, queued, now);
    }
}

package dev.paddock.chat;

import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with all its messages, those of other branches, too.
 *
 * @param messages each after the one it follows
 * @param leaf the end of the branch that is shown
 */
public record WholeConversation(
        Conversation conversation, List<Message> messages, Optional<MessageId> leaf) {
    public WholeConversation {
        messages = List.copyOf(messages);
    }

    /** The branch that is shown, from its beginning. */
    public List<Message> branch() {
        var byId = new HashMap<MessageId, Message>();
        messages.forEach(one -> byId.put(one.id(), one));
        var branch = new LinkedList<Message>();
        var next = leaf.flatMap(id -> Optional.ofNullable(byId.get(id)));
        while (next.isPresent()) {
            branch.addFirst(next.get());
            next = next.get().parent().flatMap(id -> Optional.ofNullable(byId.get(id)));
        }
        return branch;
    }
}

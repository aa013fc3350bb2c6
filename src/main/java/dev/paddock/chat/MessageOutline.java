package dev.paddock.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message as the outline of its conversation shows it.
 *
 * @param beginning of its text, some hundred characters at most
 */
public record MessageOutline(
        MessageId id, Optional<MessageId> parent, Role role, String beginning) {
    /**
     * One line of the outline.
     *
     * @param depth how many forks lie above it
     * @param shown whether it is on the branch that is shown
     */
    public record Line(MessageOutline message, int depth, boolean shown) {}

    /** What it says, in one line; empty when it has no words. */
    public String title() {
        return AutoTitle.of(beginning, "");
    }

    /**
     * Each message before what follows it, the versions of one from the oldest to the newest.
     *
     * @param messages of a conversation, each after its parent
     * @param shown those on the branch that is shown
     */
    static List<Line> lines(List<MessageOutline> messages, Set<MessageId> shown) {
        var next = new HashMap<Optional<MessageId>, List<MessageOutline>>();
        for (var message : messages) {
            next.computeIfAbsent(message.parent(), _ -> new ArrayList<>()).add(message);
        }
        var lines = new ArrayList<Line>(messages.size());
        var open = new ArrayDeque<Line>();
        push(open, next.getOrDefault(Optional.<MessageId>empty(), List.of()), 0, shown);
        while (!open.isEmpty()) {
            var line = open.pop();
            lines.add(line);
            var id = Optional.of(line.message().id());
            push(open, next.getOrDefault(id, List.of()), line.depth(), shown);
        }
        return lines;
    }

    private static void push(
            ArrayDeque<Line> open, List<MessageOutline> all, int above, Set<MessageId> shown) {
        int depth = all.size() > 1 ? above + 1 : above;
        for (var message : all.reversed()) {
            open.push(new Line(message, depth, shown.contains(message.id())));
        }
    }
}

package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class MessageOutlineTest {
    private final List<MessageOutline> messages = new ArrayList<>();

    @Test
    void versionsStandBelowEachOtherAndWhatFollowsThemIsIndented() {
        var question = add(Optional.empty(), "Q");
        var one = add(Optional.of(question), "One");
        add(Optional.of(one), "More");
        var two = add(Optional.of(question), "Two");
        add(Optional.of(two), "Other");
        add(Optional.of(one), "More again");
        assertEquals(
                List.of("0 Q*", "1 One*", "2 More*", "2 More again", "1 Two", "1 Other"),
                lines(Set.of(question, one, messages.get(2).id())));
    }

    @Test
    void aLongConversationWithoutForksIsAFlatList() {
        var last = Optional.<MessageId>empty();
        for (int i = 0; i < 5_000; i++) {
            last = Optional.of(add(last, "text"));
        }
        var lines = MessageOutline.lines(messages, Set.of());
        assertEquals(messages, lines.stream().map(MessageOutline.Line::message).toList());
        assertEquals(0, lines.getLast().depth());
    }

    private MessageId add(Optional<MessageId> parent, String text) {
        var id = MessageId.random();
        messages.add(new MessageOutline(id, parent, Role.USER, text));
        return id;
    }

    private List<String> lines(Set<MessageId> shown) {
        return MessageOutline.lines(messages, shown).stream()
                .map(it -> it.depth() + " " + it.message().title() + (it.shown() ? "*" : ""))
                .toList();
    }
}

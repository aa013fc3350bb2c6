package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Message;
import dev.paddock.chat.Searches;
import dev.paddock.chat.WholeConversation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class WholeConversationsTest extends HistoryOnDisk {
    @Test
    void aWholeConversationIsTheSameInAnotherHistory() {
        var conversation = conversation("Ducks", 0);
        var turn = turn(Optional.empty(), "how many?", "four");
        history.add(conversation, turn);
        var again = Message.question(Optional.of(turn.getLast().id()), "and then?", NOON);
        history.add(conversation, List.of(again));
        var other = Message.question(Optional.empty(), "another beginning", NOON);
        history.add(conversation, List.of(other));
        history.chooseLeaf(conversation.id(), turn.getLast().id());
        var whole = history.whole(conversation.id()).orElseThrow();
        assertEquals(4, whole.messages().size());
        assertEquals(turn, whole.branch());
        try (var fresh = SqliteHistory.open(folder.resolve("other.db"))) {
            fresh.put(whole);
            assertEquals(Optional.of(whole), fresh.whole(conversation.id()));
            assertEquals(turn, fresh.tree(conversation.id()).branch());
            assertEquals(List.of("four"), Searches.excerpts(fresh, "four"));
        }
    }

    @Test
    void whatIsDeletedIsNotThere() {
        var conversation = kept(conversation("Gone", 0));
        assertEquals(
                Optional.of(new WholeConversation(conversation, List.of(), Optional.empty())),
                history.whole(conversation.id()));
        history.delete(conversation.id());
        assertEquals(Optional.empty(), history.whole(conversation.id()));
    }
}

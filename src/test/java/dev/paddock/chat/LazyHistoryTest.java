package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LazyHistoryTest {
    private static final Conversation CHAT =
            Conversation.untitled("Herons and storks", Instant.EPOCH);

    private final List<String> log = new ArrayList<>();
    private final MemoryHistory memory = new MemoryHistory(log);
    private Optional<HistoryException> trouble = Optional.empty();
    private int openings;

    private final LazyHistory history =
            new LazyHistory(
                    _ -> {
                        openings++;
                        if (trouble.isPresent()) {
                            throw trouble.get();
                        }
                        return memory;
                    });

    @Test
    void itIsOpenedByTheFirstWhoAsksAndThenNoMore() {
        assertEquals(0, openings);
        history.save(CHAT);
        assertEquals(List.of(CHAT), history.conversations());
        assertEquals(1, openings);
    }

    @Test
    void whatCouldNotBeOpenedIsTriedAgain() {
        trouble =
                Optional.of(new HistoryException(new HistoryFailure.InUse(Path.of("history.db"))));
        assertThrows(HistoryException.class, history::conversations);
        trouble = Optional.empty();
        assertEquals(List.of(), history.conversations());
        assertEquals(2, openings);
    }

    @Test
    void whatIsAskedOfItIsDoneByTheOneThatIsOpened() {
        history.save(CHAT);
        assertEquals(List.of(CHAT), Searches.conversations(history, "storks"));
        assertEquals(List.of(), Searches.conversations(history, "cranes"));
        history.delete(CHAT.id());
        assertEquals(List.of(), history.conversations());
        history.restore(CHAT.id());
        assertEquals(List.of(CHAT), history.conversations());
        history.purgeDeleted();
        history.closeInterrupted();
        assertEquals(ConversationTree.EMPTY, history.tree(CHAT.id()));
        assertEquals(
                List.of(
                        "conversation Herons and storks",
                        "delete",
                        "restore",
                        "purge",
                        "close interrupted"),
                log);
    }

    @Test
    void whatWasNeverOpenedIsNotOpenedToBeClosed() {
        history.close();
        assertEquals(0, openings);
    }

    @Test
    void whatIsReplacedIsOpenedAnew() {
        history.save(CHAT);
        assertEquals(
                "aside",
                history.whileClosed(
                        () -> {
                            log.add("replaced");
                            return "aside";
                        }));
        assertEquals(1, openings);
        assertEquals(List.of("conversation Herons and storks", "closed", "replaced"), log);
        history.conversations();
        assertEquals(2, openings);
    }
}

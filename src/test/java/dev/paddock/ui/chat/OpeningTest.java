package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.ui.transcript.Row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** A conversation is chosen while the disk is busy: what is marked is what one writes into. */
class OpeningTest extends ChatModels {
    private final Conversation garden = Conversation.untitled("Garden", Samples.NOW);
    private final Conversation tax = Conversation.untitled("Tax", Samples.NOW.minusSeconds(9));

    @BeforeEach
    void fill() throws Exception {
        fake.history.put(garden, Samples.many(2));
        fake.history.put(tax, Samples.many(4));
        fake.conversations.load().join();
        fake.conversations.tidied().join();
        fake.history.hold();
    }

    @Test
    void whatIsSentMeanwhileGoesToTheChosenOne() throws Exception {
        run(() -> list.select(garden.id()));
        assertEquals(Optional.of(garden.id()), get(list::shown));
        assertTrue(get(() -> open.opensProperty().get()));
        assertFalse(get(() -> open.greetsProperty().get()));
        write("And tulips?");
        run(composer::send);
        assertEquals(
                "Your message is sent when the conversation is open. Esc keeps it here.",
                get(composer::awaited));
        assertEquals("And tulips?", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());

        fake.history.release();
        await(() -> fake.backend.requests.size() == 1);
        assertEquals(Optional.of(garden.id()), inSight());
        assertEquals("", get(() -> composer.textProperty().get()));
        await(() -> questions() == 2);
        assertEquals(List.of("Garden", "Tax"), titles(), "no other one was begun");
    }

    @Test
    void whatIsWrittenMeanwhileStaysADraftOfTheChosenOne() throws Exception {
        write("for a new one");
        run(() -> list.select(garden.id()));
        assertEquals("", get(() -> composer.textProperty().get()));
        write("And tulips?");
        run(() -> list.select(tax.id()));
        assertEquals("", get(() -> composer.textProperty().get()));
        fake.history.release();
        await(() -> inSight().equals(Optional.of(tax.id())));
        run(() -> list.select(garden.id()));
        assertEquals("And tulips?", get(() -> composer.textProperty().get()));
        await(() -> inSight().equals(Optional.of(garden.id())));
        assertEquals("And tulips?", get(() -> composer.textProperty().get()));
        run(list::create);
        assertEquals("for a new one", get(() -> composer.textProperty().get()));
    }

    @Test
    void whoAsksForANewOneInsteadWritesIntoThat() throws Exception {
        run(() -> list.select(garden.id()));
        write("And tulips?");
        run(composer::send);
        run(list::create);
        assertTrue(get(() -> open.greetsProperty().get()));
        assertEquals("", get(() -> composer.textProperty().get()));
        fake.history.release();
        fake.conversations.open(garden.id()).join();
        run(() -> {});
        assertTrue(get(() -> open.greetsProperty().get()));
        assertTrue(fake.backend.requests.isEmpty(), "what waited stayed a draft");
    }

    @Test
    void oneThatCannotBeOpenedLeavesWhatIsInSight() throws Exception {
        write("for a new one");
        run(() -> list.select(garden.id()));
        // Read after that one.
        run(() -> list.select(ConversationId.random()));
        write("lost?");
        run(composer::send);
        fake.history.release();
        await(() -> !notices.shown().isEmpty());
        assertTrue(get(() -> open.greetsProperty().get()));
        assertEquals("for a new one", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());
    }

    private Optional<ConversationId> inSight() {
        return open.sessionProperty().get().map(session -> session.id());
    }

    private long questions() {
        return open.transcript().rows().stream().filter(Row.Question.class::isInstance).count();
    }

    private List<String> titles() {
        return fake.conversations.list().value().stream().map(Conversation::title).toList();
    }
}

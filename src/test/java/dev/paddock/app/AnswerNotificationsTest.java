package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.signal.Signal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class AnswerNotificationsTest {
    private static final Conversation ONE = Conversation.untitled("One", Instant.EPOCH);
    private static final Conversation TWO = Conversation.untitled("Two", Instant.EPOCH);

    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean wanted = true;
    private final AnswerNotifications notifications =
            new AnswerNotifications(
                    new Signal<>(List.of(ONE, TWO)), () -> wanted, told::add, () -> now);

    @Test
    void aLongAnswerIsToldWhenItEnds() {
        answering(ONE);
        later(AnswerNotifications.LONG);
        assertEquals(List.of(), told);
        answering();
        assertEquals(List.of("One"), told);
        answering();
        assertEquals(List.of("One"), told);
    }

    @Test
    void aShortOneIsNot() {
        answering(ONE);
        later(AnswerNotifications.LONG.minusMillis(1));
        answering();
        assertEquals(List.of(), told);
    }

    @Test
    void eachIsTimedByItself() {
        answering(ONE);
        later(Duration.ofSeconds(9));
        answering(ONE, TWO);
        later(Duration.ofSeconds(2));
        answering(TWO);
        assertEquals(List.of("One"), told);
        answering();
        assertEquals(List.of("One"), told);
        answering(TWO);
        later(Duration.ofMinutes(1));
        answering();
        assertEquals(List.of("One", "Two"), told);
    }

    @Test
    void whoIsAtTheWindowOrWantsNoNotesIsNotTold() {
        wanted = false;
        answering(ONE);
        later(Duration.ofMinutes(1));
        answering();
        assertEquals(List.of(), told);
    }

    @Test
    void oneThatWasDeletedMeanwhileIsNotTold() {
        notifications.follow(Set.of(ConversationId.random()));
        later(Duration.ofMinutes(1));
        answering();
        assertEquals(List.of(), told);
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private void answering(Conversation... which) {
        notifications.follow(
                List.of(which).stream()
                        .map(Conversation::id)
                        .collect(java.util.stream.Collectors.toSet()));
    }
}

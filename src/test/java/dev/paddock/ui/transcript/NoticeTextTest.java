package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** One box for one cause: an answer is quiet about what is told above the chat. */
class NoticeTextTest {
    private static boolean alarming(MessageStatus status, ChatFailure why) {
        return NoticeText.isAlarming(
                new Outcome(status, Optional.empty(), Optional.empty(), Optional.of(why)));
    }

    @Test
    void whatBecameOfTheEngineOrWhatAPersonDidIsNoAlarm() {
        for (var how : Loss.values()) {
            assertEquals(false, alarming(MessageStatus.INTERRUPTED, new ConnectionLost(how)));
            assertEquals(false, alarming(MessageStatus.FAILED, new ConnectionLost(how)));
        }
        assertEquals(
                false, alarming(MessageStatus.INTERRUPTED, new ChatFailure.DeviceLost("says")));
    }

    @Test
    void anAnswerWithoutAnEndTellsWhatIsKnownOfIt() {
        var cut =
                new Outcome(
                        MessageStatus.INTERRUPTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertEquals(
                "The answer is not complete. As far as is known, Paddock ended without saying"
                        + " goodbye while it was written: it was killed, it crashed, or the"
                        + " computer went off.",
                NoticeText.of(cut, new Words()));
    }

    @Test
    void whatIsToldNowhereElseIsOne() {
        assertEquals(true, alarming(MessageStatus.FAILED, new ChatFailure.Rejected(400, "says")));
        assertEquals(true, alarming(MessageStatus.FAILED, new ChatFailure.ContextOverflow(9, 8)));
    }
}

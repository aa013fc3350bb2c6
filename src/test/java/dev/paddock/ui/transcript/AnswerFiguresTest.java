package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** The line below an answer, however little of it there is. */
class AnswerFiguresTest {
    private final AnswerFigures figures = new AnswerFigures(new Words());

    @Test
    void anAnswerHasAllFigures() {
        assertEquals(
                "42.3 tokens/s  ·  431 tokens  ·  first token 0.18 s  ·  10.4 s in total  ·  "
                        + "prompt 812 tokens",
                line(new AnswerStatistics(812, 640, 431, 184, 935, 42.34, 10_364)));
    }

    @Test
    void oneWithoutATokenHasNoFirstTokenAndNoSpeed() {
        var none = new AnswerStatistics(900, 0, 0, 9_340, 100, 0, 9_340);
        assertEquals("no token came  ·  9.34 s in total  ·  prompt 900 tokens", line(none));
        assertFalse(all(none).contains("First token"));
        assertEquals(
                "no token came  ·  9.34 s in total",
                line(new AnswerStatistics(0, 0, 0, 9_340, 0, 0, 9_340)),
                "nobody told how long the prompt is");
    }

    @Test
    void oneTokenHasNoSpeedWhateverTheEngineSays() {
        var one = new AnswerStatistics(8, 0, 1, 40, 100, 1e6, 41);
        assertEquals(
                "1 token  ·  first token 0.04 s  ·  0.04 s in total  ·  prompt 8 tokens",
                line(one));
        assertFalse(all(one).contains("Written at"));
        assertTrue(all(one).contains("First token after 0.04 s"));
    }

    /** As they come when an answer is stopped at once: how fast they were written nobody knows. */
    @Test
    void tokensThatCameTogetherHaveNoSpeedAndItIsSaid() {
        var together = new AnswerStatistics(8, 0, 12, 40, 100, 0, 52);
        assertEquals(
                "12 tokens  ·  first token 0.04 s  ·  0.05 s in total  ·  prompt 8 tokens",
                line(together));
        assertTrue(all(together).contains("Speed of writing: not known"), all(together));
        assertFalse(all(new AnswerStatistics(8, 0, 1, 40, 100, 0, 41)).contains("writing"));
    }

    private String line(AnswerStatistics it) {
        return figures.lines(footer(it)).getFirst();
    }

    private String all(AnswerStatistics it) {
        return figures.all(footer(it));
    }

    private static Row.Footer footer(AnswerStatistics it) {
        var outcome =
                new Outcome(
                        MessageStatus.STOPPED, Optional.empty(), Optional.of(it), Optional.empty());
        return new Row.Footer(
                MessageId.random(), Optional.empty(), outcome, Instant.EPOCH, false, true, false);
    }
}

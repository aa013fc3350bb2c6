package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.PromptProgress;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AnswerMeterTest {
    private static final long MILLI = 1_000_000;
    private long now = Long.MAX_VALUE - 100 * MILLI;
    private final AnswerMeter meter = new AnswerMeter(() -> now);

    private void after(long millis) {
        now += millis * MILLI;
    }

    @Test
    void knowsNothingBeforeTheEngineBegins() {
        after(5);
        assertEquals(Optional.empty(), meter.statistics());
    }

    @Test
    void timesThePromptFromTheRequest() {
        after(1_000);
        meter.sent();
        after(40);
        meter.read(new PromptProgress(60, 100, 10, 25));
        assertEquals(
                Optional.of(new AnswerStatistics(100, 10, 0, 40, 2_000, 0, 40)),
                meter.statistics());
    }

    @Test
    void countsTokensAndTimesThemFromTheFirst() {
        after(50);
        meter.token();
        assertEquals(Optional.of(new AnswerStatistics(0, 0, 1, 50, 0, 0, 50)), meter.statistics());
        after(100);
        meter.token();
        after(100);
        meter.token();
        after(300);
        assertEquals(
                Optional.of(new AnswerStatistics(0, 0, 3, 50, 0, 10, 550)), meter.statistics());
    }

    @Test
    void tokensFlowUntilNoneHasComeForLongerThanIsUsual() {
        assertFalse(meter.flows());
        meter.token();
        after(450);
        meter.token();
        after(1_900);
        assertTrue(meter.flows());
        after(500);
        assertFalse(meter.flows());
        assertTrue(meter.statistics().orElseThrow().tokensPerSecond() > 2, "the mean stays");
        after(5_000);
        meter.token();
        after(10_000);
        assertTrue(meter.flows(), "with 4 s from one to the next");
        after(10_000);
        assertFalse(meter.flows());
    }

    @Test
    void aTimeThatIsNotKnownIsNoSpeed() {
        meter.read(new PromptProgress(5, 9, 9, 0));
        meter.token();
        meter.token();
        var counted = meter.statistics().orElseThrow();
        assertEquals(0, counted.promptTokensPerSecond());
        assertEquals(0, counted.tokensPerSecond());
    }

    /** What an engine of 1.1 tokens/s did whose first two tokens came together. */
    @Test
    void tokensThatArriveTogetherAreNoPeak() {
        meter.token();
        after(3);
        meter.token();
        assertEquals(0, meter.statistics().orElseThrow().tokensPerSecond());
        for (int i = 0; i < 3; i++) {
            after(900);
            meter.token();
            assertEquals(1 / 0.9, meter.statistics().orElseThrow().tokensPerSecond(), 0.01);
        }
    }

    @Test
    void aFastAnswerHasASpeedAsSoonAsItHasSomeTokens() {
        for (int i = 0; i < 42; i++) {
            assertEquals(0, speedOr(0));
            meter.token();
            after(1);
        }
        assertEquals(1_000, speedOr(0), 1);
    }

    private double speedOr(double none) {
        return meter.statistics().map(AnswerStatistics::tokensPerSecond).orElse(none);
    }

    /** The engine tells whole milliseconds. */
    @Test
    void aPromptReadWithinAMillisecondHasASpeed() {
        meter.read(new PromptProgress(60, 100, 10, 0));
        assertEquals(50_000, meter.statistics().orElseThrow().promptTokensPerSecond());
    }

    @Test
    void countedFiguresFillInForThoseThatAreNotTold() {
        var counted = new AnswerStatistics(9, 3, 5, 20, 300, 50, 120);
        var nothing = new AnswerStatistics(0, 0, 0, 21, 0, 0, 121);
        assertEquals(new AnswerStatistics(9, 3, 5, 21, 300, 50, 121), nothing.orElse(counted));
        var all = new AnswerStatistics(8, 0, 4, 22, 299, 49, 122);
        assertEquals(all, all.orElse(counted));
    }
}

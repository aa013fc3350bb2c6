package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class EngineTotalsTest {
    /** Of an earlier run of the engine. */
    private static final AnswerCounts BEGIN = new AnswerCounts(500, 0, 0, 0, 0, 0, 3);

    private final EngineTotals totals = new EngineTotals(BEGIN);

    @Test
    void knowsNothingBeforeTheEngineHasToldSome() {
        totals.update(BEGIN);
        assertEquals(Optional.empty(), totals.shown());
    }

    @Test
    void addsTheAnswersUnderWay() {
        totals.update(told(1, 0), List.of(generating(1000), idle()), underWay(1000));
        assertEquals(1001, generated());
        totals.update(told(1201, 0), List.of(idle(), idle()), BEGIN);
        assertEquals(1201, generated());
    }

    @Test
    void keepsStoppedAnswersThatTheEngineForgets() {
        totals.update(told(1, 0), List.of(generating(1000)), underWay(1000));
        totals.update(told(1, 0), List.of(idle()), ended(1070));
        assertEquals(1071, generated(), "70 came after the engine was asked");
        totals.update(told(31, 0), List.of(idle()), ended(1100));
        assertEquals(1101, generated());
        totals.restart(ended(1100), false);
        assertEquals(Optional.empty(), totals.shown());
        totals.restart(ended(1100), true);
        assertEquals(0, generated(), "a new engine has done nothing");
        totals.update(told(5, 0), List.of(idle()), ended(1100));
        assertEquals(5, generated(), "another run");
    }

    @Test
    void countsStoppedAnswersOnceThatTheEngineAddsItself() {
        totals.update(told(1, 0), List.of(generating(1000)), underWay(1000));
        totals.update(told(1071, 0), List.of(idle()), ended(1068));
        assertEquals(1071, generated());
    }

    @Test
    void goesByWhatArrivesWhileTheEngineIsTooBusyToTell() {
        totals.update(told(100, 0), List.of(generating(10)), underWay(10));
        totals.update(underWay(40));
        totals.update(underWay(60));
        assertEquals(160, generated());
        totals.update(told(100, 0), List.of(generating(61)), underWay(61));
        assertEquals(161, generated());
    }

    @Test
    void leavesOutWhatWaitsInTheEngineThoughNobodyWaitsForIt() {
        totals.update(told(0, 1), List.of(generating(9)), waiting(1, 3));
        assertEquals(1, waiting());
        totals.update(told(0, 1), List.of(generating(9)), waiting(0, 4));
        assertEquals(0, waiting(), "it was stopped, but the engine will notice only later");
        totals.update(told(0, 2), List.of(generating(9)), waiting(0, 4));
        assertEquals(1, waiting(), "another program has come");
        totals.update(told(0, 3), List.of(generating(9)), waiting(1, 4));
        assertEquals(2, waiting());
        totals.update(told(0, 0), List.of(generating(9)), waiting(0, 4));
        totals.update(told(0, 1), List.of(generating(9)), waiting(0, 4));
        assertEquals(1, waiting(), "the engine has let go of what was stopped");
    }

    @Test
    void leavesOutWhatWasStoppedBeforeTheEngineCountedIt() {
        totals.update(told(0, 0), List.of(generating(9)), waiting(1, 3));
        assertEquals(0, waiting(), "it has a slot, or is on its way");
        totals.update(told(0, 0), List.of(generating(9)), waiting(0, 4));
        assertEquals(0, waiting());
        totals.update(told(0, 1), List.of(generating(9)), waiting(0, 4));
        assertEquals(0, waiting(), "it counts it only now");
        totals.update(told(0, 0), List.of(generating(9)), waiting(0, 4));
        totals.update(told(0, 1), List.of(generating(9)), waiting(0, 4));
        assertEquals(1, waiting(), "that was another program's");
    }

    @Test
    void forgetsWhatWasStoppedAndNeverWaitedInTheEngine() {
        totals.update(told(0, 0), List.of(generating(9)), waiting(1, 3));
        totals.update(told(0, 0), List.of(generating(9)), waiting(0, 4));
        totals.update(told(0, 0), List.of(generating(9)), waiting(0, 4));
        totals.update(told(0, 1), List.of(generating(9)), waiting(0, 4));
        assertEquals(1, waiting(), "another program's");
    }

    @Test
    void nobodyBeginsToWaitWhileTheEngineTellsNothing() {
        totals.update(told(100, 1), List.of(generating(10)), waiting(1, 3));
        assertEquals(1, waiting());
        totals.update(waiting(2, 3));
        assertEquals(1, waiting(), "what it told last");
        totals.update(waiting(0, 3));
        assertEquals(0, waiting());
        totals.update(waiting(1, 3));
        totals.update(told(100, 0), List.of(generating(10)), waiting(1, 3));
        totals.update(waiting(1, 3));
        assertEquals(0, waiting());
    }

    @Test
    void anAnswerStoppedWhileTheEngineTellsNothingIsKeptWhole() {
        totals.update(told(1, 0), List.of(generating(1000)), underWay(1000));
        totals.update(underWay(1500));
        totals.update(told(1, 0), List.of(idle()), ended(1600));
        assertEquals(1601, generated());
    }

    private long generated() {
        return totals.shown().orElseThrow().generatedTokens();
    }

    private int waiting() {
        return totals.shown().orElseThrow().waiting();
    }

    private static AnswerCounts underWay(int tokens) {
        return new AnswerCounts(500 + tokens, tokens, 100, 1, 0, 0, 3);
    }

    private static AnswerCounts ended(int tokens) {
        return new AnswerCounts(500 + tokens, 0, 0, 0, 0, 0, 3);
    }

    private static AnswerCounts waiting(int answers, int left) {
        return new AnswerCounts(500, 0, 0, 0, answers, 0, left);
    }

    private static EngineMetrics told(long generated, int waiting) {
        return new EngineMetrics(0, 0, generated, 0, 1, waiting);
    }

    private static SlotSnapshot generating(int tokens) {
        return new SlotSnapshot(0, 4096, 100, tokens, Activity.GENERATING);
    }

    private static SlotSnapshot idle() {
        return new SlotSnapshot(1, 4096, 100, 77, Activity.IDLE);
    }
}

package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.Probe.Work;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A ready engine that is slow, stuck, or comes back from the computer's sleep. */
class WatchTest {
    private static final Result WELL = new Result.Generated(Duration.ofMillis(9));
    private static final Result MUTE = new Result.NoAnswer(Duration.ofSeconds(3));
    private static final Result SLOW = new Result.Slow(Duration.ofSeconds(3));

    private static final HealthPolicy RESTARTING = new HealthPolicy(true, false, Optional.empty());
    private static final HealthPolicy CHECKING =
            new HealthPolicy(false, false, Optional.of(Duration.ofMinutes(1)));

    private final Rig rig = new Rig();

    private void work(long tokens) {
        rig.engine.work = new Work.Told(true, List.of(tokens));
    }

    @Test
    @Fault(44)
    void noticesSilenceAndRecovery() {
        rig.startReady();
        rig.engine.alive = false;
        rig.advance(5);
        rig.assertIs(EngineState.Suspect.class);
        rig.advance(3);
        var stuck = rig.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.HEALTH, stuck.why().symptom());
        assertTrue(stuck.why().silence().toSeconds() >= 6, stuck.toString());
        assertEquals(0, rig.engine.last().terminations);
        rig.engine.alive = true;
        rig.advance(2);
        rig.assertIs(EngineState.Ready.class);
        assertEquals(List.of("Ready", "Suspect", "Suspect", "Unresponsive", "Ready"), lastFive());
    }

    private List<String> lastFive() {
        return rig.seen.subList(rig.seen.size() - 5, rig.seen.size());
    }

    @Test
    void healthIsEnoughWhileAnswersFlow() {
        rig.startReady();
        rig.silence = Optional.of(Duration.ofSeconds(59));
        rig.advance(20);
        assertEquals(List.of("alive", "alive", "alive", "alive"), rig.engine.asked);
    }

    @Test
    void aSilentAnswerIsFineWhileItsSlotMoves() {
        rig.startReady();
        rig.silence = Optional.of(Duration.ofSeconds(60));
        for (int minute = 0; minute < 30; minute++) {
            work(minute);
            rig.silence = Optional.of(Duration.ofMinutes(minute + 1));
            rig.advance(59);
            rig.assertIs(EngineState.Ready.class);
        }
        assertFalse(rig.engine.asked.contains("generate within 20"), rig.engine.asked.toString());
        assertTrue(rig.engine.asked.contains("work"));
    }

    @Test
    void slotsThatStandStillAreSlowButNeverGivenUp() {
        rig.startReady();
        rig.health = RESTARTING;
        rig.silence = Optional.of(Duration.ofSeconds(60));
        work(7);
        rig.advance(60);
        rig.assertIs(EngineState.Ready.class);
        rig.advance(10);
        rig.assertIs(EngineState.Suspect.class);
        rig.advance(3600);
        rig.assertIs(EngineState.Suspect.class);
        assertEquals(0, rig.engine.last().terminations);
        work(8);
        rig.advance(2);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    @Fault(45)
    void goodHealthDoesNotHideAWedgedAnswer() {
        rig.startReady();
        rig.silence = Optional.of(Duration.ofSeconds(61));
        rig.engine.work = new Work.NoAnswer();
        rig.advance(5);
        rig.assertIs(EngineState.Suspect.class);
        // The person gives the answer up, and with it the silence ends: the engine is wedged still.
        rig.silence = Optional.empty();
        rig.advance(3);
        var stuck = rig.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.ANSWER, stuck.why().symptom());
        work(0);
        rig.advance(2);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void restartsAStuckEngineWhereThatIsWanted() {
        rig.health = RESTARTING;
        rig.startReady();
        for (int attempt = 1; attempt <= 3; attempt++) {
            rig.engine.alive = false;
            var waiting = rig.until(EngineState.BackingOff.class, 8);
            rig.engine.alive = true;
            assertEquals(attempt, waiting.attempt());
            assertInstanceOf(NotResponding.class, waiting.failure());
            rig.until(EngineState.Ready.class, 5);
        }
        rig.engine.alive = false;
        var failed = rig.until(EngineState.Failed.class, 8);
        var tired = assertInstanceOf(Failure.KeepsCrashing.class, failed.failure());
        assertInstanceOf(NotResponding.class, tired.last());
        assertEquals(4, rig.engine.children.size());
    }

    @Test
    void theWishForARestartMayComeLate() {
        rig.startReady();
        rig.engine.alive = false;
        rig.advance(60);
        rig.assertIs(EngineState.Unresponsive.class);
        rig.health = RESTARTING;
        rig.advance(1);
        rig.assertIs(EngineState.BackingOff.class);
    }

    @Test
    void stopMeansStopAlsoDuringTheRestartOfAStuckEngine() {
        rig.health = RESTARTING;
        rig.startReady();
        rig.engine.alive = false;
        rig.engine.obeysTerminate = false;
        rig.advance(8);
        rig.assertIs(EngineState.Stopping.class);
        rig.supervisor.stop();
        rig.advance(11);
        rig.assertIs(EngineState.Idle.class);
        assertEquals(1, rig.engine.last().kills);
    }

    @Test
    @Fault(59)
    void triesATokenAfterTheComputerSlept() {
        rig.startReady();
        rig.loop.sleep(Duration.ofHours(8));
        rig.advance(1);
        assertEquals(List.of("generate within 3"), rig.engine.asked);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void triesATokenAfterTheAppWasHeld() {
        rig.startReady();
        rig.loop.hold(Duration.ofSeconds(60));
        rig.advance(1);
        assertTrue(rig.engine.asked.contains("generate within 3"), rig.engine.asked.toString());
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void clocksThatDriftALittleMeanNothing() {
        rig.startReady();
        for (int i = 0; i < 20; i++) {
            rig.loop.sleep(Duration.ofSeconds(9));
            rig.advance(1);
        }
        assertEquals(List.of("alive", "alive", "alive", "alive"), rig.engine.asked);
    }

    @Test
    @Fault(59)
    void saysSoWithinFiveSecondsWhenItDoesNotComeBackFromSleep() {
        rig.startReady();
        rig.engine.token = MUTE;
        rig.loop.sleep(Duration.ofHours(1));
        rig.advance(1);
        rig.assertIs(EngineState.Suspect.class);
        assertInstanceOf(HealthCheck.Done.class, rig.checks.getLast());
        rig.advance(2);
        var stuck = rig.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.TRIAL, stuck.why().symptom());
        rig.engine.token = WELL;
        rig.advance(1);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void aSlowTokenIsTriedAgainUntilOneComes() {
        rig.startReady();
        rig.engine.token = SLOW;
        rig.loop.sleep(Duration.ofHours(1));
        rig.advance(30);
        rig.assertIs(EngineState.Suspect.class);
        rig.engine.token = WELL;
        rig.advance(1);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void aTrialThatHasToQueueBehindAnAnswerIsNoBadSign() {
        rig.startReady();
        rig.engine.token = SLOW;
        rig.silence = Optional.of(Duration.ofMillis(20));
        rig.supervisor.check();
        rig.assertIs(EngineState.Ready.class);
        var done = assertInstanceOf(HealthCheck.Done.class, rig.checks.getLast());
        assertEquals(new Result.AtWork(), done.result());
    }

    @Test
    void checksWhenAsked() {
        rig.startReady();
        rig.supervisor.check();
        rig.loop.settle();
        assertInstanceOf(HealthCheck.Running.class, rig.checks.getFirst());
        var done = assertInstanceOf(HealthCheck.Done.class, rig.checks.getLast());
        assertEquals(rig.engine.token, done.result());
    }

    @Test
    void anEngineThatRefusesATokenStillAnswers() {
        rig.startReady();
        rig.engine.token = new Result.Refused(501, "not supported");
        rig.supervisor.check();
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void checksAfterTheStartWithoutDelayingIt() {
        rig.health = HealthPolicy.DEFAULT;
        rig.engine.answer = FakeEngine.READY;
        rig.start();
        assertEquals(List.of("generate within 20"), rig.engine.asked);
        assertInstanceOf(HealthCheck.None.class, rig.checks.getFirst());
        rig.assertIs(EngineState.Ready.class);
        rig.advance(5);
        assertEquals("alive", rig.engine.asked.getLast(), "and watches it as ever");
    }

    @Test
    void checksNowAndThenAsSoonAsThatIsWanted() {
        rig.startReady();
        rig.advance(30);
        rig.health = CHECKING;
        rig.advance(31);
        assertEquals(1, trials());
        rig.advance(55);
        assertEquals(1, trials());
        rig.advance(10);
        assertEquals(2, trials());
        rig.health = HealthPolicy.NONE;
        rig.advance(600);
        assertEquals(2, trials());
    }

    private long trials() {
        return rig.engine.asked.stream().filter(it -> it.startsWith("generate")).count();
    }

    @Test
    void whatEndedIsAskedNothingMore() {
        rig.health = CHECKING;
        rig.startReady();
        rig.supervisor.stop();
        rig.assertIs(EngineState.Idle.class);
        rig.engine.asked.clear();
        rig.supervisor.check();
        rig.loop.sleep(Duration.ofHours(1));
        rig.advance(600);
        assertEquals(List.of(), rig.engine.asked);
    }
}

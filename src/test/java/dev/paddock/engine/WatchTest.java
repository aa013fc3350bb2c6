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

    private final SupervisorFixture fixture = new SupervisorFixture();

    private void work(long tokens) {
        fixture.engine.work = new Work.Told(true, List.of(tokens));
    }

    @Test
    @Fault(44)
    void noticesSilenceAndRecovery() {
        fixture.startReady();
        fixture.engine.alive = false;
        fixture.advance(5);
        fixture.assertIs(EngineState.Suspect.class);
        fixture.advance(3);
        var stuck = fixture.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.HEALTH, stuck.why().symptom());
        assertTrue(stuck.why().silence().toSeconds() >= 6, stuck.toString());
        assertEquals(0, fixture.engine.last().terminations);
        fixture.engine.alive = true;
        fixture.advance(2);
        fixture.assertIs(EngineState.Ready.class);
        assertEquals(List.of("Ready", "Suspect", "Suspect", "Unresponsive", "Ready"), lastFive());
    }

    private List<String> lastFive() {
        return fixture.seen.subList(fixture.seen.size() - 5, fixture.seen.size());
    }

    @Test
    void healthIsEnoughWhileAnswersFlow() {
        fixture.startReady();
        fixture.silence = Optional.of(Duration.ofSeconds(59));
        fixture.advance(20);
        assertEquals(List.of("alive", "alive", "alive", "alive"), fixture.engine.asked);
    }

    @Test
    void aSilentAnswerIsFineWhileItsSlotMoves() {
        fixture.startReady();
        fixture.silence = Optional.of(Duration.ofSeconds(60));
        for (int minute = 0; minute < 30; minute++) {
            work(minute);
            fixture.silence = Optional.of(Duration.ofMinutes(minute + 1));
            fixture.advance(59);
            fixture.assertIs(EngineState.Ready.class);
        }
        assertFalse(
                fixture.engine.asked.contains("generate within 20"),
                fixture.engine.asked.toString());
        assertTrue(fixture.engine.asked.contains("work"));
    }

    @Test
    void slotsThatStandStillAreSlowButNeverGivenUp() {
        fixture.startReady();
        fixture.health = RESTARTING;
        fixture.silence = Optional.of(Duration.ofSeconds(60));
        work(7);
        fixture.advance(60);
        fixture.assertIs(EngineState.Ready.class);
        fixture.advance(10);
        fixture.assertIs(EngineState.Suspect.class);
        fixture.advance(3600);
        fixture.assertIs(EngineState.Suspect.class);
        assertEquals(0, fixture.engine.last().terminations);
        work(8);
        fixture.advance(2);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    @Fault(45)
    void goodHealthDoesNotHideAWedgedAnswer() {
        fixture.startReady();
        fixture.silence = Optional.of(Duration.ofSeconds(61));
        fixture.engine.work = new Work.NoAnswer();
        fixture.advance(5);
        fixture.assertIs(EngineState.Suspect.class);
        // The person gives the answer up, and with it the silence ends: the engine is wedged still.
        fixture.silence = Optional.empty();
        fixture.advance(3);
        var stuck = fixture.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.ANSWER, stuck.why().symptom());
        work(0);
        fixture.advance(2);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void restartsAStuckEngineWhereThatIsWanted() {
        fixture.health = RESTARTING;
        fixture.startReady();
        for (int attempt = 1; attempt <= 3; attempt++) {
            fixture.engine.alive = false;
            var waiting = fixture.until(EngineState.BackingOff.class, 8);
            fixture.engine.alive = true;
            assertEquals(attempt, waiting.attempt());
            assertInstanceOf(NotResponding.class, waiting.failure());
            fixture.until(EngineState.Ready.class, 5);
        }
        fixture.engine.alive = false;
        var failed = fixture.until(EngineState.Failed.class, 8);
        var tired = assertInstanceOf(Failure.KeepsCrashing.class, failed.failure());
        assertInstanceOf(NotResponding.class, tired.last());
        assertEquals(4, fixture.engine.children.size());
    }

    @Test
    void theWishForARestartMayComeLate() {
        fixture.startReady();
        fixture.engine.alive = false;
        fixture.advance(60);
        fixture.assertIs(EngineState.Unresponsive.class);
        fixture.health = RESTARTING;
        fixture.advance(1);
        fixture.assertIs(EngineState.BackingOff.class);
    }

    @Test
    void stopMeansStopAlsoDuringTheRestartOfAStuckEngine() {
        fixture.health = RESTARTING;
        fixture.startReady();
        fixture.engine.alive = false;
        fixture.engine.obeysTerminate = false;
        fixture.advance(8);
        fixture.assertIs(EngineState.Stopping.class);
        fixture.supervisor.stop();
        fixture.advance(11);
        fixture.assertIs(EngineState.Idle.class);
        assertEquals(1, fixture.engine.last().kills);
    }

    @Test
    @Fault(59)
    void triesATokenAfterTheComputerSlept() {
        fixture.startReady();
        fixture.loop.sleep(Duration.ofHours(8));
        fixture.advance(1);
        assertEquals(List.of("generate within 3"), fixture.engine.asked);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void triesATokenAfterTheAppWasHeld() {
        fixture.startReady();
        fixture.loop.hold(Duration.ofSeconds(60));
        fixture.advance(1);
        assertTrue(
                fixture.engine.asked.contains("generate within 3"),
                fixture.engine.asked.toString());
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void clocksThatDriftALittleMeanNothing() {
        fixture.startReady();
        for (int i = 0; i < 20; i++) {
            fixture.loop.sleep(Duration.ofSeconds(9));
            fixture.advance(1);
        }
        assertEquals(List.of("alive", "alive", "alive", "alive"), fixture.engine.asked);
    }

    @Test
    @Fault(59)
    void saysSoWithinFiveSecondsWhenItDoesNotComeBackFromSleep() {
        fixture.startReady();
        fixture.engine.token = MUTE;
        fixture.loop.sleep(Duration.ofHours(1));
        fixture.advance(1);
        fixture.assertIs(EngineState.Suspect.class);
        assertInstanceOf(HealthCheck.Done.class, fixture.checks.getLast());
        fixture.advance(2);
        var stuck = fixture.assertIs(EngineState.Unresponsive.class);
        assertEquals(Symptom.TRIAL, stuck.why().symptom());
        fixture.engine.token = WELL;
        fixture.advance(1);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void aSlowTokenIsTriedAgainUntilOneComes() {
        fixture.startReady();
        fixture.engine.token = SLOW;
        fixture.loop.sleep(Duration.ofHours(1));
        fixture.advance(30);
        fixture.assertIs(EngineState.Suspect.class);
        fixture.engine.token = WELL;
        fixture.advance(1);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void aTrialThatHasToQueueBehindAnAnswerIsNoBadSign() {
        fixture.startReady();
        fixture.engine.token = SLOW;
        fixture.silence = Optional.of(Duration.ofMillis(20));
        fixture.supervisor.check();
        fixture.assertIs(EngineState.Ready.class);
        var done = assertInstanceOf(HealthCheck.Done.class, fixture.checks.getLast());
        assertEquals(new Result.AtWork(), done.result());
    }

    @Test
    void checksWhenAsked() {
        fixture.startReady();
        fixture.supervisor.check();
        fixture.loop.settle();
        assertInstanceOf(HealthCheck.Running.class, fixture.checks.getFirst());
        var done = assertInstanceOf(HealthCheck.Done.class, fixture.checks.getLast());
        assertEquals(fixture.engine.token, done.result());
    }

    @Test
    void anEngineThatRefusesATokenStillAnswers() {
        fixture.startReady();
        fixture.engine.token = new Result.Refused(501, "not supported");
        fixture.supervisor.check();
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void checksAfterTheStartWithoutDelayingIt() {
        fixture.health = HealthPolicy.DEFAULT;
        fixture.engine.answer = ScriptedEngine.READY;
        fixture.supervisor.start(SupervisorFixture.PLAN);
        fixture.until(EngineState.Ready.class, 1);
        assertEquals(List.of(), fixture.engine.asked, "a message that waited goes first");
        fixture.advance(1);
        assertEquals(List.of("generate within 20"), fixture.engine.asked);
        assertInstanceOf(HealthCheck.None.class, fixture.checks.getFirst());
        fixture.assertIs(EngineState.Ready.class);
        fixture.advance(5);
        assertEquals("alive", fixture.engine.asked.getLast(), "and watches it as ever");
    }

    @Test
    void checksNowAndThenAsSoonAsThatIsWanted() {
        fixture.startReady();
        fixture.advance(30);
        fixture.health = CHECKING;
        fixture.advance(31);
        assertEquals(1, trials());
        fixture.advance(55);
        assertEquals(1, trials());
        fixture.advance(10);
        assertEquals(2, trials());
        fixture.health = HealthPolicy.NONE;
        fixture.advance(600);
        assertEquals(2, trials());
    }

    private long trials() {
        return fixture.engine.asked.stream().filter(it -> it.startsWith("generate")).count();
    }

    @Test
    void whatEndedIsAskedNothingMore() {
        fixture.health = CHECKING;
        fixture.startReady();
        fixture.supervisor.stop();
        fixture.assertIs(EngineState.Idle.class);
        fixture.engine.asked.clear();
        fixture.supervisor.check();
        fixture.loop.sleep(Duration.ofHours(1));
        fixture.advance(600);
        assertEquals(List.of(), fixture.engine.asked);
    }
}

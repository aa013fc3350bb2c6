package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;

/** Answers that come when something newer was asked, or when the engine asked is gone. */
class LateAnswersTest {
    private final SupervisorFixture fixture = new SupervisorFixture();
    private final ArrayDeque<Runnable> underWay = new ArrayDeque<>();

    /** Ready, and asked for its health, which it has not told yet. */
    private void askForHealth() {
        fixture.startReady();
        fixture.workers = underWay::add;
        fixture.advance(5);
        assertEquals(1, underWay.size());
    }

    /** The one that has waited longest is told now, as things stand now. */
    private void answer() {
        underWay.removeFirst().run();
        fixture.loop.settle();
    }

    @Test
    void aBadAnswerIsVoidOnceSomethingNewerIsAsked() {
        askForHealth();
        fixture.loop.sleep(Duration.ofHours(1));
        fixture.advance(1);
        assertEquals(2, underWay.size(), "a token, after the sleep");
        fixture.engine.alive = false;
        answer();
        fixture.assertIs(EngineState.Ready.class);
        answer();
        fixture.assertIs(EngineState.Ready.class);
        assertEquals(List.of("alive", "generate within 3"), fixture.engine.asked);
    }

    @Test
    void aGoodAnswerIsVoidToo() {
        askForHealth();
        fixture.engine.token = new HealthCheck.Result.NoAnswer(Duration.ofSeconds(3));
        fixture.supervisor.check();
        fixture.loop.settle();
        var health = underWay.removeFirst();
        answer();
        fixture.assertIs(EngineState.Suspect.class);
        health.run();
        fixture.assertIs(EngineState.Suspect.class);
    }

    @Test
    void anAnswerOfTheEngineBeforeSaysNothingOfTheNext() {
        askForHealth();
        fixture.workers = Runnable::run;
        fixture.supervisor.restart();
        fixture.until(EngineState.Ready.class, 5);
        fixture.engine.alive = false;
        answer();
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void howeverOftenItIsCheckedThereIsOneQuestionAfterTheOther() {
        fixture.startReady();
        for (int i = 0; i < 5; i++) {
            fixture.supervisor.check();
            fixture.loop.settle();
        }
        fixture.engine.asked.clear();
        fixture.advance(20);
        assertEquals(Collections.nCopies(4, "alive"), fixture.engine.asked);
    }
}

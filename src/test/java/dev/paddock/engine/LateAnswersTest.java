package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;

/** Answers that come when something newer was asked, or when the engine asked is gone. */
class LateAnswersTest {
    private final Rig rig = new Rig();
    private final ArrayDeque<Runnable> underWay = new ArrayDeque<>();

    /** Ready, and asked for its health, which it has not told yet. */
    private void askForHealth() {
        rig.startReady();
        rig.workers = underWay::add;
        rig.advance(5);
        assertEquals(1, underWay.size());
    }

    /** The one that has waited longest is told now, as things stand now. */
    private void answer() {
        underWay.removeFirst().run();
        rig.loop.settle();
    }

    @Test
    void aBadAnswerIsVoidOnceSomethingNewerIsAsked() {
        askForHealth();
        rig.loop.sleep(Duration.ofHours(1));
        rig.advance(1);
        assertEquals(2, underWay.size(), "a token, after the sleep");
        rig.engine.alive = false;
        answer();
        rig.assertIs(EngineState.Ready.class);
        answer();
        rig.assertIs(EngineState.Ready.class);
        assertEquals(List.of("alive", "generate within 3"), rig.engine.asked);
    }

    @Test
    void aGoodAnswerIsVoidToo() {
        askForHealth();
        rig.engine.token = new HealthCheck.Result.NoAnswer(Duration.ofSeconds(3));
        rig.supervisor.check();
        rig.loop.settle();
        var health = underWay.removeFirst();
        answer();
        rig.assertIs(EngineState.Suspect.class);
        health.run();
        rig.assertIs(EngineState.Suspect.class);
    }

    @Test
    void anAnswerOfTheEngineBeforeSaysNothingOfTheNext() {
        askForHealth();
        rig.workers = Runnable::run;
        rig.supervisor.restart();
        rig.until(EngineState.Ready.class, 5);
        rig.engine.alive = false;
        answer();
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void howeverOftenItIsCheckedThereIsOneQuestionAfterTheOther() {
        rig.startReady();
        for (int i = 0; i < 5; i++) {
            rig.supervisor.check();
            rig.loop.settle();
        }
        rig.engine.asked.clear();
        rig.advance(20);
        assertEquals(Collections.nCopies(4, "alive"), rig.engine.asked);
    }
}

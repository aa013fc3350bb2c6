package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.Probe.Answer;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/** A start that takes long: what is told of it, and when a person is asked. */
class StallTest {
    private final Rig rig = new Rig();

    private void startLoading() {
        rig.engine.answer = new Answer.Loading();
        rig.start();
        rig.assertIs(EngineState.Loading.class);
    }

    @Test
    void asksAPersonWhenNothingComesForFiveMinutes() {
        startLoading();
        rig.advance(299);
        rig.engine.last().log.accept("still reading");
        rig.advance(299);
        rig.assertIs(EngineState.Loading.class);
        rig.advance(3);
        var stalled = rig.assertIs(EngineState.Stalled.class);
        var late = assertInstanceOf(Failure.NotReadyInTime.class, stalled.why());
        assertEquals(List.of("still reading"), late.lastLines());
        assertEquals(0, rig.engine.last().terminations, "nobody asked for its end");
    }

    @Test
    void aPersonCanWaitOn() {
        startLoading();
        rig.advance(301);
        rig.assertIs(EngineState.Stalled.class);
        rig.supervisor.waitOn();
        rig.assertIs(EngineState.Loading.class);
        rig.advance(299);
        rig.assertIs(EngineState.Loading.class);
        rig.advance(2);
        rig.assertIs(EngineState.Stalled.class);
        rig.engine.answer = FakeEngine.READY;
        rig.advance(1);
        rig.assertIs(EngineState.Ready.class);
    }

    @Test
    void aPersonCanStop() {
        startLoading();
        rig.advance(301);
        rig.supervisor.stop();
        rig.assertIs(EngineState.Idle.class);
    }

    @Test
    void everyByteReadIsASignOfLife() {
        startLoading();
        for (int minute = 1; minute <= 20; minute++) {
            rig.engine.bytesRead = OptionalLong.of(minute * 1_000L);
            rig.advance(60);
        }
        rig.assertIs(EngineState.Loading.class);
        rig.advance(301);
        rig.assertIs(EngineState.Stalled.class);
        rig.engine.bytesRead = OptionalLong.of(50_000);
        rig.advance(1);
        rig.assertIs(EngineState.Loading.class);
    }

    @Test
    void tellsWhatItIsAt() {
        startLoading();
        assertEquals(Stage.BEGINNING, rig.supervisor.progress().value().stage());
        rig.engine.last().log.accept("reading");
        rig.engine.bytesRead = OptionalLong.of(700);
        rig.advance(1);
        assertEquals(
                new LoadProgress(Stage.READING, OptionalLong.of(700)),
                rig.supervisor.progress().value());
    }

    @Test
    @Fault(43)
    void anEngineThatNeverListensAsksToo() {
        rig.engine.answer = new Answer.Silent();
        rig.start();
        rig.advance(301);
        var stalled = rig.assertIs(EngineState.Stalled.class);
        assertInstanceOf(Failure.NotReadyInTime.class, stalled.why());
    }

    @Test
    @Fault(63)
    void connectionsThatComeToNothingAreToldSoon() {
        rig.engine.answer = new Answer.Blocked();
        rig.start();
        rig.advance(10);
        rig.assertIs(EngineState.Spawning.class);
        rig.advance(6);
        var stalled = rig.assertIs(EngineState.Stalled.class);
        assertEquals(new Failure.PortBlocked(8080), stalled.why());
        rig.engine.answer = FakeEngine.READY;
        rig.advance(1);
        rig.assertIs(EngineState.Ready.class);
    }
}

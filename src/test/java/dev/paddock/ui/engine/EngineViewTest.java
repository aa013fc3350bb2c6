package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.ModelLoad;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.engine.EngineView.Action;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class EngineViewTest {
    private static final Failure CRASH = new Failure.Crashed(new EngineExit(139), List.of());

    private static final Failure.NotResponding SILENT =
            new Failure.NotResponding(Symptom.HEALTH, Duration.ofSeconds(9));

    @Test
    void aLoadTellsItsTimeAndCanBeCancelled() {
        var view =
                view(new EngineState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 7));

        assertEquals(
                new EngineView(
                        "server.state.loading",
                        Severity.BUSY,
                        Optional.of(Duration.ofSeconds(12)),
                        OptionalInt.empty(),
                        Action.CANCEL),
                view);
    }

    @Test
    void aLongLoadAsksForPatience() {
        var view =
                view(new EngineState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(60), 7));

        assertEquals("server.state.stillLoading", view.wordKey());
    }

    @Test
    void aLoadShowsHowMuchOfTheModelIsRead() {
        var loading = new EngineState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 7);

        var half = view(loading, Stage.READING, OptionalLong.of(2_000));
        assertEquals("server.state.loadingPart", half.wordKey());
        assertEquals(OptionalInt.of(50), half.percent());
        var read = view(loading, Stage.READING, OptionalLong.of(4_000));
        assertEquals("server.state.preparing", read.wordKey());
    }

    @Test
    void aStalledStartCanBeEnded() {
        var stalled =
                view(
                        new EngineState.Stalled(
                                DemoParts.plan(), DemoParts.NOW.minusSeconds(301), 7, CRASH));

        assertEquals(Optional.of(Duration.ofSeconds(301)), stalled.time());
        assertEquals(Action.CANCEL, stalled.action());
    }

    @Test
    void aRestartCountsDownToOneAndNeverBelowNothing() {
        assertEquals(Optional.of(Duration.ofSeconds(1)), backingOff(1).time());
        assertEquals(Optional.of(Duration.ofSeconds(2)), backingOff(1_001).time());
        assertEquals(Optional.of(Duration.ZERO), backingOff(-500).time());
    }

    @Test
    void theButtonFitsTheState() {
        assertEquals(Action.START, view(new EngineState.Idle()).action());
        assertEquals(Action.START, view(new EngineState.Failed(CRASH)).action());
        assertEquals(Action.STOP, view(DemoParts.ready()).action());
        assertEquals(
                Action.RESTART,
                view(new EngineState.Unresponsive(DemoParts.ready().engine(), SILENT)).action());
        assertEquals(
                Action.WAIT,
                view(new EngineState.Stopping(DemoParts.plan(), DemoParts.NOW)).action());
    }

    private static EngineView backingOff(long millisLeft) {
        return view(
                new EngineState.BackingOff(
                        DemoParts.plan(), CRASH, 1, DemoParts.NOW.plusMillis(millisLeft)));
    }

    private static EngineView view(EngineState state) {
        return view(state, Stage.BEGINNING, OptionalLong.empty());
    }

    private static EngineView view(EngineState state, Stage stage, OptionalLong read) {
        var part = new ModelLoad(stage, read, OptionalLong.of(4_000));
        return EngineView.of(state, part, DemoParts.NOW);
    }
}

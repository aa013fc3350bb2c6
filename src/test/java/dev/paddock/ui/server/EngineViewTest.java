package dev.paddock.ui.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.server.EngineExit;
import dev.paddock.server.Failure;
import dev.paddock.server.Failure.NotResponding.Symptom;
import dev.paddock.server.LoadProgress.Stage;
import dev.paddock.server.ServerState;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.common.LoadPart;
import dev.paddock.ui.common.Tone;
import dev.paddock.ui.server.EngineView.Action;

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
                view(new ServerState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 7));

        assertEquals(
                new EngineView(
                        "server.state.loading",
                        Tone.BUSY,
                        Optional.of(Duration.ofSeconds(12)),
                        OptionalInt.empty(),
                        Action.CANCEL),
                view);
    }

    @Test
    void aLongLoadAsksForPatience() {
        var view =
                view(new ServerState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(60), 7));

        assertEquals("server.state.stillLoading", view.wordKey());
    }

    @Test
    void aLoadShowsHowMuchOfTheModelIsRead() {
        var loading = new ServerState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 7);

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
                        new ServerState.Stalled(
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
        assertEquals(Action.START, view(new ServerState.Idle()).action());
        assertEquals(Action.START, view(new ServerState.Failed(CRASH)).action());
        assertEquals(Action.STOP, view(DemoParts.ready()).action());
        assertEquals(
                Action.RESTART,
                view(new ServerState.Unresponsive(DemoParts.ready().engine(), SILENT)).action());
        assertEquals(
                Action.WAIT,
                view(new ServerState.Stopping(DemoParts.plan(), DemoParts.NOW)).action());
    }

    private static EngineView backingOff(long millisLeft) {
        return view(
                new ServerState.BackingOff(
                        DemoParts.plan(), CRASH, 1, DemoParts.NOW.plusMillis(millisLeft)));
    }

    private static EngineView view(ServerState state) {
        return view(state, Stage.BEGINNING, OptionalLong.empty());
    }

    private static EngineView view(ServerState state, Stage stage, OptionalLong read) {
        var part = new LoadPart(stage, read, OptionalLong.of(4_000));
        return EngineView.of(state, part, DemoParts.NOW);
    }
}

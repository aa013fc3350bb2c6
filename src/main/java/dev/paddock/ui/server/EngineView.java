package dev.paddock.ui.server;

import dev.paddock.server.LoadProgress;
import dev.paddock.server.ServerState;
import dev.paddock.ui.common.LoadPart;
import dev.paddock.ui.common.Tone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A state of the engine as the bar shows it.
 *
 * @param wordKey what the chip says; {0} is the time, {1} the part in percent
 * @param time since the start, or until the next try; empty where it would say nothing
 * @param percent of the model that was read; empty where it is not known
 * @param action what the one button does
 */
public record EngineView(
        String wordKey, Tone tone, Optional<Duration> time, OptionalInt percent, Action action) {
    /** After this long a load deserves a word of patience. */
    private static final Duration LONG_LOAD = Duration.ofSeconds(60);

    /** What the button of the bar does. */
    public enum Action {
        START,
        CANCEL,
        STOP,
        RESTART,
        WAIT
    }

    /** Pure. */
    public static EngineView of(ServerState state, LoadPart part, Instant now) {
        return switch (state) {
            case ServerState.Idle _ -> still("server.state.idle", Tone.NEUTRAL, Action.START);
            case ServerState.Preflight(_, var since) ->
                    timed("server.state.checking", Duration.between(since, now));
            case ServerState.Spawning(_, var since, _) ->
                    timed("server.state.starting", Duration.between(since, now));
            case ServerState.Loading(_, var since, _) ->
                    loading(part, Duration.between(since, now));
            case ServerState.Stalled(_, var since, _, _) ->
                    new EngineView(
                            "server.state.stalled",
                            Tone.WARNING,
                            Optional.of(Duration.between(since, now)),
                            OptionalInt.empty(),
                            Action.CANCEL);
            case ServerState.Ready _ -> still("server.state.ready", Tone.GOOD, Action.STOP);
            case ServerState.Suspect _ -> still("server.state.suspect", Tone.WARNING, Action.STOP);
            case ServerState.Unresponsive _ ->
                    still("server.state.unresponsive", Tone.BAD, Action.RESTART);
            case ServerState.Stopping _ -> still("server.state.stopping", Tone.BUSY, Action.WAIT);
            case ServerState.Diagnosing _ ->
                    still("server.state.diagnosing", Tone.BUSY, Action.WAIT);
            case ServerState.BackingOff(_, _, _, var until) ->
                    new EngineView(
                            "server.state.backingOff",
                            Tone.WARNING,
                            Optional.of(roundedUp(Duration.between(now, until))),
                            OptionalInt.empty(),
                            Action.CANCEL);
            case ServerState.Failed _ -> still("server.state.failed", Tone.BAD, Action.START);
        };
    }

    private static EngineView loading(LoadPart part, Duration time) {
        if (part.stage() == LoadProgress.Stage.PREPARING) {
            return timed("server.state.preparing", time);
        }
        boolean isLong = time.compareTo(LONG_LOAD) >= 0;
        if (part.percent().isEmpty()) {
            return timed(isLong ? "server.state.stillLoading" : "server.state.loading", time);
        }
        String key = isLong ? "server.state.stillLoadingPart" : "server.state.loadingPart";
        return new EngineView(key, Tone.BUSY, Optional.of(time), part.percent(), Action.CANCEL);
    }

    private static EngineView still(String wordKey, Tone tone, Action action) {
        return new EngineView(wordKey, tone, Optional.empty(), OptionalInt.empty(), action);
    }

    private static EngineView timed(String wordKey, Duration time) {
        return new EngineView(
                wordKey, Tone.BUSY, Optional.of(time), OptionalInt.empty(), Action.CANCEL);
    }

    /** A countdown shows 1 s until it is over. */
    static Duration roundedUp(Duration left) {
        return left.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }
}

package dev.paddock.ui.server;

import dev.paddock.server.ServerState;
import dev.paddock.ui.common.Tone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A state of the engine as the bar shows it.
 *
 * @param wordKey what the chip says; {0} is the time
 * @param time since the start, or until the next try; empty where it would say nothing
 * @param action what the one button does
 */
public record EngineView(String wordKey, Tone tone, Optional<Duration> time, Action action) {
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
    public static EngineView of(ServerState state, Instant now) {
        return switch (state) {
            case ServerState.Idle _ -> still("server.state.idle", Tone.NEUTRAL, Action.START);
            case ServerState.Preflight(_, var since) ->
                    timed("server.state.checking", Duration.between(since, now));
            case ServerState.Spawning(_, var since, _) ->
                    timed("server.state.starting", Duration.between(since, now));
            case ServerState.Loading(_, var since, _) -> loading(Duration.between(since, now));
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
                            Action.CANCEL);
            case ServerState.Failed _ -> still("server.state.failed", Tone.BAD, Action.START);
        };
    }

    private static EngineView loading(Duration time) {
        boolean isLong = time.compareTo(LONG_LOAD) >= 0;
        return timed(isLong ? "server.state.stillLoading" : "server.state.loading", time);
    }

    private static EngineView still(String wordKey, Tone tone, Action action) {
        return new EngineView(wordKey, tone, Optional.empty(), action);
    }

    private static EngineView timed(String wordKey, Duration time) {
        return new EngineView(wordKey, Tone.BUSY, Optional.of(time), Action.CANCEL);
    }

    /** A countdown shows 1 s until it is over. */
    static Duration roundedUp(Duration left) {
        return left.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }
}

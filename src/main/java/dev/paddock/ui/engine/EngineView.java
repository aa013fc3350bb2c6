package dev.paddock.ui.engine;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.ModelLoad;
import dev.paddock.ui.common.Severity;

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
        String wordKey,
        Severity tone,
        Optional<Duration> time,
        OptionalInt percent,
        Action action) {
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
    public static EngineView of(EngineState state, ModelLoad part, Instant now) {
        return switch (state) {
            case EngineState.Idle _ -> still("server.state.idle", Severity.NEUTRAL, Action.START);
            case EngineState.Preflight(_, var since) ->
                    timed("server.state.checking", Duration.between(since, now));
            case EngineState.Spawning(_, var since, _) ->
                    timed("server.state.starting", Duration.between(since, now));
            case EngineState.Loading(_, var since, _) ->
                    loading(part, Duration.between(since, now));
            case EngineState.Stalled(_, var since, _, _) ->
                    new EngineView(
                            "server.state.stalled",
                            Severity.WARNING,
                            Optional.of(Duration.between(since, now)),
                            OptionalInt.empty(),
                            Action.CANCEL);
            case EngineState.Ready _ -> still("server.state.ready", Severity.GOOD, Action.STOP);
            case EngineState.Suspect _ ->
                    still("server.state.suspect", Severity.WARNING, Action.STOP);
            case EngineState.Unresponsive _ ->
                    still("server.state.unresponsive", Severity.BAD, Action.RESTART);
            case EngineState.Stopping _ ->
                    still("server.state.stopping", Severity.BUSY, Action.WAIT);
            case EngineState.Diagnosing _ ->
                    still("server.state.diagnosing", Severity.BUSY, Action.WAIT);
            case EngineState.BackingOff(_, _, _, var until) ->
                    new EngineView(
                            "server.state.backingOff",
                            Severity.WARNING,
                            Optional.of(roundedUp(Duration.between(now, until))),
                            OptionalInt.empty(),
                            Action.CANCEL);
            case EngineState.Failed _ -> still("server.state.failed", Severity.BAD, Action.START);
        };
    }

    private static EngineView loading(ModelLoad part, Duration time) {
        if (part.stage() == LoadProgress.Stage.PREPARING) {
            return timed("server.state.preparing", time);
        }
        if (part.stage() == LoadProgress.Stage.WARMING_UP) {
            return timed("server.state.warmingUp", time);
        }
        boolean isLong = time.compareTo(LONG_LOAD) >= 0;
        if (part.percent().isEmpty()) {
            return timed(isLong ? "server.state.stillLoading" : "server.state.loading", time);
        }
        String key = isLong ? "server.state.stillLoadingPart" : "server.state.loadingPart";
        return new EngineView(key, Severity.BUSY, Optional.of(time), part.percent(), Action.CANCEL);
    }

    private static EngineView still(String wordKey, Severity tone, Action action) {
        return new EngineView(wordKey, tone, Optional.empty(), OptionalInt.empty(), action);
    }

    private static EngineView timed(String wordKey, Duration time) {
        return new EngineView(
                wordKey, Severity.BUSY, Optional.of(time), OptionalInt.empty(), Action.CANCEL);
    }

    /** A countdown shows 1 s until it is over. */
    static Duration roundedUp(Duration left) {
        return left.isNegative()
                ? Duration.ZERO
                : Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }
}

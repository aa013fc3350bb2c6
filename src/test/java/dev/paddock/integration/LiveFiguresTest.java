package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.LiveAnswer;
import dev.paddock.chat.MessageStatus;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;
import java.util.Optional;

/** What is counted and timed of an answer on its way agrees with what the engine tells of it. */
@Timeout(60)
class LiveFiguresTest extends ChatOnRealEngine {
    private static final Options LIMITED = Options.of(SamplingOptions.MAX_TOKENS, 400);
    private static final Options LONG = Options.of(SamplingOptions.MAX_TOKENS, 4000);

    @Test
    void theFiguresOnTheWayLeadToThoseOfTheEngine() throws Exception {
        var live = new LiveAnswer[1];
        AnswerStatistics told;
        try (var _ =
                session.state()
                        .subscribe(now -> now.live().ifPresent(answer -> live[0] = answer))) {
            told = ask(LIMITED).statistics().orElseThrow();
        }
        var counted = live[0].statistics().orElseThrow();
        assertEquals(told.promptTokens(), counted.promptTokens());
        assertEquals(told.cachedTokens(), counted.cachedTokens());
        assertEquals(400, told.completionTokens());
        assertEquals(400, counted.completionTokens(), 400 * 0.02);
        assertTrue(counted.tokensPerSecond() > 0, counted.toString());
        assertTrue(counted.promptTokensPerSecond() > 0, counted.toString());
    }

    @Test
    void whatTheEngineDoesNotTellIsCounted() throws Exception {
        var silent =
                LIMITED.with(
                        SamplingOptions.EXTRA_FIELDS,
                        Map.of(
                                "stream_options",
                                Map.of("include_usage", false),
                                "timings_per_token",
                                false));
        var counted = ask(silent).statistics().orElseThrow();
        assertEquals(400, counted.completionTokens(), 400 * 0.02);
        assertTrue(counted.promptTokens() > 0, counted.toString());
        assertTrue(counted.tokensPerSecond() > 0, counted.toString());
    }

    @Test
    void aStoppedAnswerHasWhatWasCounted() throws Exception {
        try (var _ =
                session.state()
                        .subscribe(
                                now ->
                                        now.live()
                                                .ifPresent(
                                                        live ->
                                                                live.onChange(
                                                                        () -> stopAt(live, 50))))) {
            var stopped = ask(LONG);
            assertEquals(MessageStatus.STOPPED, stopped.status());
            var counted = stopped.statistics().orElseThrow();
            assertTrue(counted.completionTokens() >= 50, counted.toString());
            assertTrue(counted.completionTokens() < 4000, counted.toString());
            assertTrue(counted.tokensPerSecond() > 0, counted.toString());
            assertTrue(counted.totalMillis() >= counted.firstTokenMillis(), counted.toString());
            conversations.close();
            assertEquals(
                    Optional.of(counted),
                    history.tree(session.id()).branch().getLast().statistics());
        }
    }

    private void stopAt(LiveAnswer live, int tokens) {
        var counted = live.statistics().orElseThrow();
        if (counted.completionTokens() >= tokens && counted.tokensPerSecond() > 0) {
            session.stop();
        }
    }
}

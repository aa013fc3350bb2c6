package dev.paddock.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineOutput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class ShareableLogTest {
    private static final String READY = "0.00.046.450 I srv  llama_server: listening on http://";
    private static final String RELEASE = "0.00.176.325 I slot      release: id  0 | n_tokens = 67";

    private final LogBuffer log = new LogBuffer();

    private EngineOutput run(String... arguments) {
        var output = log.output(Instant.EPOCH, Set.of(), () -> {});
        var command = new ArrayList<>(List.of("llama-server"));
        command.addAll(List.of(arguments));
        output.begin(command);
        return output;
    }

    private ShareableLog of(EngineOutput output, String... sinceReady) {
        LogLines.write(output, READY);
        log.ready();
        for (String line : sinceReady) {
            LogLines.write(output, line);
        }
        return ShareableLog.of(log, 200);
    }

    @Test
    void nothingToTellBeforeTheFirstRun() {
        assertEquals(new ShareableLog(List.of(), 0, false), ShareableLog.of(log, 200));
    }

    @Test
    void takesTheLastRunAlone() {
        LogLines.write(run(), "of the first");
        LogLines.write(run(), "of the second");

        assertEquals(List.of("of the second"), ShareableLog.of(log, 200).lines());
    }

    @Test
    void takesAllFromBeforeItWasReadyAndItsOwnLinesAfterThat() {
        var output = run();
        LogLines.write(output, "error while loading shared libraries");
        LogLines.write(output, "0.01.001.220 D load: something");
        var shared =
                of(
                        output,
                        RELEASE,
                        "the user's grammar",
                        "/build/ggml.c:42: GGML_ASSERT(a) failed",
                        "CUDA error: out of memory");

        assertEquals(
                List.of(
                        "error while loading shared libraries",
                        "0.01.001.220 D load: something",
                        READY,
                        RELEASE,
                        "/build/ggml.c:42: GGML_ASSERT(a) failed",
                        "CUDA error: out of memory"),
                shared.lines());
        assertEquals(1, shared.leftOut());
        assertFalse(shared.talkative());
    }

    @Test
    void cutsWhatTheEngineRepeats() {
        var shared =
                of(
                        run(),
                        "0.00.190.006 W srv operator(): got exception: {\"message\":\"my secret\"}",
                        "0.00.190.007 E Failed to parse input at pos 3: my secret");

        assertEquals(
                List.of(
                        READY,
                        "0.00.190.006 W srv operator(): got exception: …",
                        "0.00.190.007 E Failed to parse …"),
                shared.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "--verbose", "--log-verbose", "-lv 5", "--verbosity 9", "-lv x"})
    void ofAnEngineThatLogsChatsOnlyTheStart(String arguments) {
        var shared = of(run(arguments.split(" ")), RELEASE, "Tell me a story");

        assertEquals(List.of(READY), shared.lines());
        assertEquals(2, shared.leftOut());
        assertTrue(shared.talkative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-lv 4", "--log-verbosity 3", "-c 5"})
    void otherArgumentsDoNotMakeItTalkative(String arguments) {
        assertEquals(List.of(READY, RELEASE), of(run(arguments.split(" ")), RELEASE).lines());
    }

    /** The environment can make it log everything too. */
    @Test
    void linesOfDebuggingGiveItAway() {
        var shared =
                of(run(), RELEASE, "0.00.170.963 D slot launch_slot_: {\"prompt\":\"Tell me\"}");

        assertEquals(List.of(READY), shared.lines());
        assertTrue(shared.talkative());
    }

    /** Longer than what is read at once. */
    @Test
    void nothingIsTakenTwice() {
        var output = run();
        for (int i = 0; i < 20_000; i++) {
            LogLines.write(output, "line " + i);
        }

        var lines = ShareableLog.of(log, 20_000).lines();
        assertEquals("line 0", lines.getFirst());
        assertEquals("line 19999", lines.getLast());
        assertEquals(Set.copyOf(lines).size(), lines.size());
        assertTrue(lines.size() > 5000, lines.size() + " lines");
    }

    @Test
    void takesBeginningAndEndAndCutsLongLines() {
        var output = run();
        for (int i = 0; i < 300; i++) {
            LogLines.write(output, "line " + i);
        }
        LogLines.write(output, "x".repeat(5000));

        var lines = ShareableLog.of(log, 8).lines();
        assertEquals(
                List.of(
                        "line 0",
                        "line 1",
                        "…",
                        "line 296",
                        "line 297",
                        "line 298",
                        "line 299",
                        "x".repeat(400) + '…'),
                lines);
    }
}

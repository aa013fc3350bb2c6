package dev.paddock.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTailTest {
    private final LogBuffer log = new LogBuffer();
    private final LogTail tail = new LogTail(log);

    @Test
    void newLinesAreShownOnce() {
        LogLines.write(log, "one");
        assertTrue(tail.advance());
        assertFalse(tail.advance());
        LogLines.write(log, "two");
        assertTrue(tail.advance());

        assertEquals("one\ntwo\n", LogTail.text(tail.shown()));
    }

    @Test
    void theFilterTakesWhatIsThereAndWhatComes() {
        LogLines.write(log, "loading Model");
        LogLines.write(log, "listening");
        tail.advance();
        tail.filter(" MODEL ");
        LogLines.write(log, "model loaded");
        LogLines.write(log, "slot 0");
        tail.advance();

        assertEquals("loading Model\nmodel loaded\n", LogTail.text(tail.shown()));
        assertEquals(4, tail.kept());
    }

    @Test
    void aFloodKeepsTheNewestLinesOnly() {
        for (int i = 1; i <= LogTail.MOST_LINES + 10; i++) {
            LogLines.write(log, "line " + i);
            if (i == 7) {
                tail.advance();
            }
        }
        tail.advance();

        assertEquals(LogTail.MOST_LINES, tail.kept());
        assertEquals("line 11", tail.shown().getFirst().text());
    }

    @Test
    void fewLongLinesAreKept() {
        String line = "x".repeat(LogBuffer.LONGEST_LINE);
        for (int i = 0; i < 1000; i++) {
            LogLines.write(log, line);
            tail.advance();
        }

        assertEquals((1 << 20) / LogBuffer.LONGEST_LINE, tail.kept());
        assertEquals(1000, tail.all().getLast().number());
    }

    @Test
    void filteredLinesFallOutWithTheOthers() {
        tail.filter("needle");
        LogLines.write(log, "needle");
        tail.advance();
        for (int i = 0; i < LogTail.MOST_LINES; i++) {
            LogLines.write(log, "hay");
        }
        assertTrue(tail.advance());

        assertEquals("", LogTail.text(tail.shown()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.09.118.400 E srv    send_error: invalid grammar, ERROR",
        "0.00.912.501 W load: special_eos_id, WARNING",
        "0.01.001.220 D slot   update_slots, DEBUG",
        "0.04.220.310 I no error here, INFO",
        "error: invalid argument: --nope, ERROR",
        "ggml.c:42: GGML_ASSERT(a) failed, ERROR",
        "warning: no usable GPU found, WARNING",
        "listening on http://127.0.0.1, INFO"
    })
    void aLineTellsItsLevel(String line, LogLevel level) {
        assertEquals(level, LogLevel.of(line));
    }
}

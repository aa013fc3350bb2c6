package dev.paddock.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Instant;

/** A record is read from a file that anything may have written. */
class EngineRecordTest {
    private static final Path ENGINE = Path.of("llama-server").toAbsolutePath();

    private static EngineRecord record(long pid, long owner, int port, Path engine) {
        return new EngineRecord(pid, Instant.EPOCH, engine, port, "token", owner, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4000000, 2, 65535", "1, 4000000, 8080"})
    void whatMayBeAProcessIsTaken(long pid, long owner, int port) {
        assertEquals(port, record(pid, owner, port, ENGINE).port());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "-1, 1, 1", "1, 0, 1", "1, -1, 1", "1, 1, 0", "1, 1, -1", "1, 1, 65536"})
    void whatCanBeNoneIsRefused(long pid, long owner, int port) {
        assertThrows(IllegalArgumentException.class, () -> record(pid, owner, port, ENGINE));
    }

    @Test
    void soIsAProgramWithoutItsWholePath() {
        var relative = Path.of("llama-server");
        assertThrows(IllegalArgumentException.class, () -> record(1, 1, 8080, relative));
    }
}

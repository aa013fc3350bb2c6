package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.integration.Cycles.Held;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** {@code bin/bench cycles} does the same 500 times. */
@Timeout(60)
class LeakTest {
    private static final int CYCLES = 12;

    /** One leak a cycle would be seen; a pool may have one thread more or less. */
    private static final int SLACK = CYCLES / 2;

    private static final long SLACK_BYTES = CYCLES * 100_000;

    @TempDir Path folder;

    @Test
    void anEngineThatWasStoppedLeavesNothingBehind() throws Exception {
        try (var cycles = new Cycles(folder)) {
            cycles.warmUp(3);
            var before = Held.now();

            cycles.run(CYCLES);

            var after = Held.now();
            String both = before + " before, " + after + " after";
            assertTrue(after.threads() < before.threads() + SLACK, both);
            assertTrue(after.files() < before.files() + SLACK, both);
            assertTrue(after.heap() < before.heap() + SLACK_BYTES, both);
        }
    }
}

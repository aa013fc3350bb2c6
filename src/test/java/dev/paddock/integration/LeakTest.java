package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.integration.Cycles.Held;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;

/** {@code bin/bench cycles} does the same 500 times. */
@Timeout(180)
class LeakTest {
    private static final int CYCLES = 12;

    /** One leak a cycle would be seen; a pool may have one thread more or less. */
    private static final int SLACK = CYCLES / 2;

    private static final long SLACK_BYTES = CYCLES * 100_000;

    @TempDir Path folder;

    /** What other tests of this process left may still move; a leak grows each time. */
    private static final int TRIES = 3;

    @Test
    void anEngineThatWasStoppedLeavesNothingBehind() throws Exception {
        try (var cycles = new Cycles(folder)) {
            cycles.warmUp(3);
            var seen = new ArrayList<String>();
            boolean stays = false;
            for (int i = 0; i < TRIES && !stays; i++) {
                var before = Held.now();

                cycles.run(CYCLES);

                var after = Held.now();
                seen.add(before + " before, " + after + " after");
                stays = stays(before, after);
            }
            assertTrue(stays, seen.toString());
        }
    }

    private static boolean stays(Held before, Held after) {
        return after.threads() < before.threads() + SLACK
                && after.files() < before.files() + SLACK
                && after.heap() < before.heap() + SLACK_BYTES;
    }
}

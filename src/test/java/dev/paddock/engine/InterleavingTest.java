package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;

/** Some of the sequences; {@code bin/bench interleavings} plays many. */
class InterleavingTest {
    private static final int SEQUENCES = 1000;

    /** Transitions that want a coincidence which so few sequences need not bring. */
    private static final int RARE = 3;

    @Test
    void everyOrderIsLegalAndComesToAnEnd() {
        var seen = new HashSet<String>();
        for (long seed = 0; seed < SEQUENCES; seed++) {
            var played = Interleaving.play(seed);
            assertTrue(played.clean(), "seed " + seed + ": " + played);
            seen.addAll(played.transitions());
        }
        assertTrue(
                seen.size() >= AllowedTransitions.transitions() - RARE,
                "the orders are too tame: " + seen);
    }
}

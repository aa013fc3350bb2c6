package dev.paddock.bench;

import dev.paddock.engine.Interleaving;

import java.util.HashSet;

/** Plays random orders of everything that can happen to an engine: {@code [COUNT [FIRST SEED]]}. */
final class InterleavingsBench {
    private static final int SEQUENCES = 10_000;
    private static final int SHOWN = 5;
    private static final Goal NONE = Goal.exactly(0);

    private InterleavingsBench() {}

    static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEQUENCES;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        int illegal = 0;
        int stuck = 0;
        int others = 0;
        int shown = 0;
        var transitions = new HashSet<String>();
        for (long seed = first; seed < first + count; seed++) {
            var seen = Interleaving.play(seed);
            illegal += seen.illegal().size();
            stuck += seen.stuck().size();
            others += seen.others().size();
            transitions.addAll(seen.transitions());
            if (!seen.clean() && shown++ < SHOWN) {
                System.err.println("seed " + seed + ": " + seen);
            }
        }
        Figures.print("interleavings.sequences", count, "");
        Figures.print("interleavings.transitions", transitions.size(), "kinds");
        Figures.print("interleavings.illegal", illegal, "", NONE);
        Figures.print("interleavings.stuck", stuck, "", NONE);
        Figures.print("interleavings.others", others, "", NONE);
    }
}

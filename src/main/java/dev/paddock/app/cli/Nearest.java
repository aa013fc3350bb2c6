package dev.paddock.app.cli;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody meant who mistyped. */
final class Nearest {
    /** So many letters of three may be wrong. */
    private static final int LETTERS_A_MISTAKE = 3;

    private Nearest() {}

    /** The name that takes the fewest changes, where that is few enough to be a slip. */
    static Optional<String> to(String typed, Stream<String> names) {
        record Candidate(String name, int changes) {}
        return names.map(name -> new Candidate(name, changes(typed, name)))
                .filter(each -> each.changes * LETTERS_A_MISTAKE <= each.name.length())
                .min(Comparator.comparingInt(Candidate::changes))
                .map(Candidate::name);
    }

    /** Letters put in, left out, replaced, or swapped with their neighbour. */
    private static int changes(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int k = 0; k <= other.length(); k++) {
                table[i][k] = Math.min(i, k) == 0 ? Math.max(i, k) : least(table, one, other, i, k);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int least(int[][] table, String one, String other, int i, int k) {
        int replaced = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
        int least =
                Math.min(
                        table[i - 1][k - 1] + replaced,
                        Math.min(table[i - 1][k], table[i][k - 1]) + 1);
        boolean swapped =
                i > 1
                        && k > 1
                        && one.charAt(i - 1) == other.charAt(k - 2)
                        && one.charAt(i - 2) == other.charAt(k - 1);
        return swapped ? Math.min(least, table[i - 2][k - 2] + 1) : least;
    }
}

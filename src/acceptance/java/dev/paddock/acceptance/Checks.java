package dev.paddock.acceptance;

import java.io.PrintStream;

/** Tells of each thing looked at whether it is as it should be, and counts. */
final class Checks {
    private final PrintStream out;
    private int passed;
    private int failed;

    Checks(PrintStream out) {
        this.out = out;
    }

    /**
     * @param seen what there was to see, told when it is not as it should be
     */
    void that(String what, boolean holds, Object seen) {
        if (holds) {
            passed++;
            out.println("ok    " + what);
        } else {
            failed++;
            out.println("FAIL  " + what + ": " + seen);
        }
    }

    /** Both must be the same. */
    void equal(String what, Object seen, Object expected) {
        that(what, seen.equals(expected), seen + " instead of " + expected);
    }

    /** The scenario could not go on. */
    void broken(String scenario, Exception why) {
        that(scenario + " to its end", false, why);
    }

    int failed() {
        return failed;
    }

    /** In the form in which test runners close. */
    String sum() {
        return "acceptance: " + passed + " passed, " + failed + " failed";
    }
}

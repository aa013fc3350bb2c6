package dev.paddock.engine;

import dev.paddock.option.EngineOptions;

import java.util.Optional;

/**
 * Where an engine shall listen: on the port a person chose, or else on the usual one or the first
 * free one above it. Lives on the supervisor's thread.
 */
final class PortSearch {
    private static final int LAST = 65_535;

    /** So many in a row are taken by no accident. */
    private static final int MOST = 100;

    /** So often an engine may find a port taken that was free a moment before. */
    private static final int MOST_SURPRISES = 5;

    /** A process that another one is just making has its open ports too, for a moment. */
    private static final int MOST_OF_CHOSEN = 2;

    private final LaunchChecks checks;
    private int from;
    private int surprises;

    PortSearch(LaunchChecks checks) {
        this.checks = checks;
    }

    /** For the next command: ports that were taken may be free again. */
    void reset() {
        from = 0;
        surprises = 0;
    }

    /**
     * @throws FailureException when the engine cannot listen on the chosen port, or on none
     */
    int find(LaunchPlan plan) throws FailureException {
        int first = plan.portChosen() ? port(plan) : Math.max(from, port(plan));
        var refused = checks.port(plan.with(EngineOptions.PORT, first));
        if (refused.isEmpty()) {
            return first;
        }
        int last = plan.portChosen() ? first : Math.min(LAST, first + MOST);
        for (int port = first + 1; port <= last; port++) {
            if (checks.port(plan.with(EngineOptions.PORT, port)).isEmpty()) {
                return port;
            }
        }
        throw new FailureException(refused.get());
    }

    /**
     * Whether another try can help: an engine could not have this port, and nobody chose it, so
     * that the next search begins above it; or a person chose it, and it is free again.
     */
    boolean goesOn(LaunchPlan plan, Failure failure) {
        Optional<Failure.BadPort> bad =
                failure instanceof Failure.BadPort it ? Optional.of(it) : Optional.empty();
        int most = plan.portChosen() ? MOST_OF_CHOSEN : MOST_SURPRISES;
        if (bad.isEmpty() || surprises >= most || stillHeld(plan, bad.get())) {
            return false;
        }
        surprises++;
        from = bad.get().port() + 1;
        return true;
    }

    private boolean stillHeld(LaunchPlan plan, Failure.BadPort bad) {
        boolean known = bad instanceof Failure.PortTaken taken && taken.holder().isPresent();
        return plan.portChosen() && (known || checks.port(plan).isPresent());
    }

    private static int port(LaunchPlan plan) {
        return plan.value(EngineOptions.PORT);
    }
}

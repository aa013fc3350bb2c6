package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogLines;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Whatever an engine writes, and however: no key of its is ever read in the log. */
class KeysInTheLogTest {
    private static final String THEIRS = "letmeinplease-42";

    private final Rig rig = new Rig();

    private List<String> logOf(Sharing sharing) {
        var plan =
                new LaunchPlan(
                        Rig.PLAN.engine(),
                        Rig.PLAN.model(),
                        Rig.PLAN.settings().withSharing(sharing));
        rig.supervisor.start(plan);
        rig.advance(1);
        var child = rig.engine.last();
        child.log.accept("got " + child.endpoint.apiKey() + ", want " + THEIRS);
        return LogLines.all(rig.supervisor.log()).stream().map(LogLine::text).toList();
    }

    @Test
    void neitherOurOwnNorThatOfOtherComputers() {
        var shared = new Sharing(true, Optional.of(new NetworkKey(THEIRS)));
        assertEquals(List.of("got [removed], want [removed]"), logOf(shared));
    }

    @Test
    void alsoWhileItIsNotInUse() {
        var kept = new Sharing(false, Optional.of(new NetworkKey(THEIRS)));
        assertEquals(List.of("got [removed], want [removed]"), logOf(kept));
    }
}

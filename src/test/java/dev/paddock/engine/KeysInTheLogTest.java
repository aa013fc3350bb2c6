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

    private final SupervisorFixture fixture = new SupervisorFixture();

    private List<String> logOf(Sharing sharing) {
        var plan =
                new LaunchPlan(
                        SupervisorFixture.PLAN.engine(),
                        SupervisorFixture.PLAN.model(),
                        SupervisorFixture.PLAN.options(),
                        sharing);
        fixture.supervisor.start(plan);
        fixture.advance(1);
        var child = fixture.engine.last();
        child.log.accept("got " + child.endpoint.key().text() + ", want " + THEIRS);
        return LogLines.all(fixture.supervisor.log()).stream().map(LogLine::text).toList();
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

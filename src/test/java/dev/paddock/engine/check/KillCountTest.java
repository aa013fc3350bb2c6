package dev.paddock.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.Failure;
import dev.paddock.engine.KillReport.Memory;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.MemorySource.FreeMemory;
import dev.paddock.engine.check.OutOfMemoryKills.Count;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelProblem;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Why an engine was killed is told by what the system counts, before the start and after. */
class KillCountTest {
    private static final Failure.Killed KILLED =
            new Failure.Killed(new EngineExit(137), List.of("line"));

    private static Count count(OptionalLong ours, OptionalLong all) {
        return new Count(ours, all);
    }

    private static Memory between(Count before, Count after) {
        var counts = new ArrayDeque<>(List.of(before, after));
        var checks =
                new Preflight(
                        path -> {
                            throw new ModelException(new ModelProblem.Missing(path));
                        },
                        () -> Optional.of(new FreeMemory(5, 3, 1)),
                        _ -> Optional.empty(),
                        counts::remove,
                        EngineDevices.UNTOLD);
        var plan = new LaunchPlan(Path.of("engine"), Path.of("model"), Options.EMPTY);
        checks.files(plan);
        var explained = (Failure.Killed) checks.explained(plan, KILLED);
        assertEquals(KILLED.exit(), explained.exit());
        assertEquals(KILLED.lastLines(), explained.lastLines());
        assertEquals(OptionalLong.of(5), explained.report().freeBytes());
        return explained.report().memory();
    }

    @Test
    void ourOwnGroupDecidesWhereItIsCounted() {
        var none = OptionalLong.empty();
        var before = count(OptionalLong.of(1), OptionalLong.of(10));
        assertEquals(
                Memory.RAN_OUT, between(before, count(OptionalLong.of(2), OptionalLong.of(11))));
        assertEquals(
                Memory.DID_NOT_RUN_OUT,
                between(before, count(OptionalLong.of(1), OptionalLong.of(11))));
        assertEquals(Memory.RAN_OUT_SOMEWHERE, between(before, count(none, OptionalLong.of(11))));
        assertEquals(Memory.DID_NOT_RUN_OUT, between(before, count(none, OptionalLong.of(10))));
        assertEquals(Memory.UNKNOWN, between(before, count(none, none)));
    }
}

package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ExtraFile;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.Preflight;
import dev.paddock.option.EngineOptions;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real engine with a model that works and something beside it that does not. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class ExtraFileFaultsTest {
    private static final Preflight UNCHECKED = new Preflight(RealEngine.TRUSTING);

    /** The tiny model's cache of so many tokens takes 440 MB, and twice that to compute. */
    private static final int TOKENS = 900_000;

    /**
     * Less than a cache: between too little for the model and enough for both lies one of these.
     */
    private static final int STEP_KILOBYTES = 250_000;

    private static final int FIRST_KILOBYTES = 1_400_000;
    private static final int STEPS = 12;

    @TempDir Path folder;

    private Failure failure(String extra) throws Exception {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 " + extra);
        return RealEngine.failure(plan, UNCHECKED);
    }

    private Path limited(int kilobytes) throws IOException {
        var script = folder.resolve("llama-server");
        Files.writeString(
                script,
                "#!/bin/sh\nulimit -v %d\nexec '%s' \"$@\"\n"
                        .formatted(kilobytes, RealEngine.executable()));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    @Test
    void aDraftModelThatDoesNotFitIsToldFromTheModel() throws Exception {
        Path model = RealEngine.tinyModel(folder);
        var plan = RealEngine.plan(model, "-t 1 --spec-type draft-simple -md '" + model + "'");
        var options = plan.options().with(EngineOptions.CONTEXT_SIZE, TOKENS);
        var failures = new ArrayList<Failure>();
        for (int step = 0; step < STEPS && failures.stream().noneMatch(this::besides); step++) {
            var engine = limited(FIRST_KILOBYTES + step * STEP_KILOBYTES);
            failures.add(RealEngine.failure(new LaunchPlan(engine, model, options), UNCHECKED));
        }
        var failure = failures.getLast();
        var draft = assertInstanceOf(Failure.ExtraFileRejected.class, failure, failures.toString());
        assertEquals(ExtraFile.DRAFT_MODEL, draft.file());
        assertTrue(draft.request().orElseThrow().bytes() > 100 << 20, draft.toString());
        var sentence = new FailureWords(new Words()).of(failure).sentence();
        assertTrue(sentence.contains("not the draft model beside it. It asked for "), sentence);
    }

    private boolean besides(Failure failure) {
        return failure instanceof Failure.ExtraFileRejected;
    }

    @Test
    void aModelTakenForAProjectorOrAnAdapterIsNamedAsThat() throws Exception {
        Path model = RealEngine.tinyModel(folder);
        var projector =
                assertInstanceOf(Failure.ExtraFileRejected.class, failure("--mmproj " + model));
        assertEquals(ExtraFile.PROJECTOR, projector.file());
        assertTrue(projector.engineSays().contains("Failed to load CLIP"), projector.engineSays());
        var adapter = assertInstanceOf(Failure.ExtraFileRejected.class, failure("--lora " + model));
        assertEquals(ExtraFile.ADAPTER, adapter.file());
        assertTrue(adapter.engineSays().contains("expect general.type"), adapter.engineSays());
    }

    @Test
    void aFailedAssertionIsQuotedWithItsFileAndLine() throws Exception {
        var failure = assertInstanceOf(Failure.ExitedEarly.class, failure("-b 1"));
        var sentence = new FailureWords(new Words()).of(failure).sentence();
        assertTrue(sentence.matches("(?s).*[\\w-]+\\.cpp:\\d+: \\w.+"), sentence);
    }

    /** Some builds end at that, others go on without it; both name it. */
    @Test
    void aWorkerThatIsAwayIsNamedByABuildThatHasWorkers() throws Exception {
        var named = System.getenv("PADDOCK_RPC_ENGINE");
        assumeTrue(named != null, "PADDOCK_RPC_ENGINE names no llama-server that has --rpc");
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "--rpc 127.0.0.1:1");
        try (var engine = new RealEngine()) {
            engine.supervisor.start(new LaunchPlan(Path.of(named), plan.model(), plan.options()));
            var end =
                    engine.await(
                            EngineState.class,
                            state -> state.settled() && !(state instanceof EngineState.Idle));
            if (end instanceof EngineState.Failed(var failure)) {
                assertEquals(new Failure.WorkerUnreachable("127.0.0.1:1"), failure);
            } else {
                assertEquals(
                        List.of(new EngineWarning.WorkerLeftOut("127.0.0.1:1")),
                        engine.running().orElseThrow().warnings());
            }
        }
    }

    /** Debian's build has no RPC; where one has, nobody listens on port 1. */
    @Test
    void aWorkerThatIsAwayIsNoFaultOfTheModel() throws Exception {
        switch (failure("--rpc 127.0.0.1:1")) {
            case Failure.WorkerUnreachable(var address) -> assertEquals("127.0.0.1:1", address);
            case Failure.InvalidArgument(var argument, var says) -> {
                assertEquals("--rpc", argument);
                assertTrue(says.contains("not supported in this build"), says);
            }
            case Failure other -> throw new AssertionError(other.toString());
        }
    }
}

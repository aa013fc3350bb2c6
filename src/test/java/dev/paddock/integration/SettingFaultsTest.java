package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.EngineDevices;
import dev.paddock.engine.check.OutOfMemoryKills;
import dev.paddock.engine.check.Preflight;
import dev.paddock.faults.Fault;
import dev.paddock.hardware.OshiDevices;
import dev.paddock.hardware.OshiMemory;
import dev.paddock.model.BrokenModels;
import dev.paddock.model.GgufReader;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Settings the real engine cannot do, or does otherwise. */
@Timeout(60)
class SettingFaultsTest {
    private static final int LIMIT_KILOBYTES = 2_000_000;

    @TempDir Path folder;

    private LaunchPlan plan(UnaryOperator<Options> change) throws IOException {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1");
        return new LaunchPlan(plan.engine(), plan.model(), change.apply(plan.options()));
    }

    /** The real engine, which gets no more memory than this. */
    private Path limited() throws IOException {
        var script = folder.resolve("llama-server");
        Files.writeString(
                script,
                "#!/bin/sh\nulimit -v %d\nexec '%s' \"$@\"\n"
                        .formatted(LIMIT_KILOBYTES, RealEngine.executable()));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    @Test
    @Fault(27)
    @DisplayName("row 27: a flag this build does not know, before the start")
    void unknownFlag() throws Exception {
        var failure =
                RealEngine.failure(
                        plan(s -> s.with(EngineOptions.EXTRA_ARGUMENTS, "-t 1 --no-such 7")));
        var unknown = assertInstanceOf(Failure.UnknownArgument.class, failure);
        assertEquals("--no-such", unknown.argument());
        assertTrue(unknown.version().orElseThrow().contains("build"), unknown.toString());
    }

    @ParameterizedTest(name = "row {0}: {1}")
    @Fault({28, 29})
    @CsvSource({"28, -t many, -t", "28, -t, -t", "29, --device CUDA0, --device"})
    void refusedValue(int row, String extra, String argument) throws Exception {
        var failure = RealEngine.failure(plan(s -> s.with(EngineOptions.EXTRA_ARGUMENTS, extra)));
        var refused = assertInstanceOf(Failure.InvalidArgument.class, failure);
        assertEquals(argument, refused.argument());
    }

    @Test
    @Fault(30)
    @DisplayName("row 30: layers for a graphics card, and this engine finds none")
    void noGpu() throws Exception {
        try (var engine = new RealEngine()) {
            var running =
                    engine.start(plan(s -> s.with(EngineOptions.GPU_LAYERS, new GpuLayers.All())));
            assertInstanceOf(EngineWarning.NoGpu.class, running.warnings().getFirst());
        }
        try (var engine = new RealEngine()) {
            assertEquals(List.of(), engine.start(plan(s -> s)).warnings());
        }
    }

    @Test
    @Fault(34)
    @EnabledOnOs(OS.LINUX)
    @DisplayName("row 34: memory runs out at load")
    void memory() throws Exception {
        var settings = plan(s -> s).options().with(EngineOptions.EXTRA_ARGUMENTS, "-t 1 -lm none");
        var plan = new LaunchPlan(limited(), BrokenModels.heavy(folder), settings);
        assertInstanceOf(Failure.OutOfMemory.class, RealEngine.failure(plan));
    }

    @Test
    @Fault(35)
    @EnabledOnOs(OS.LINUX)
    @DisplayName("row 35: the cache does not fit, as the engine finds out")
    void cacheAtTheStart() throws Exception {
        var settings = plan(s -> s.with(EngineOptions.CONTEXT_SIZE, 8_000_000)).options();
        var plan = new LaunchPlan(limited(), RealEngine.tinyModel(folder), settings);
        var failure = assertInstanceOf(Failure.ContextTooLarge.class, RealEngine.failure(plan));
        assertEquals(8_000_000, failure.contextSize());
    }

    @Test
    @Fault(35)
    @DisplayName("row 35: the cache cannot fit, before the start")
    void cacheBeforeTheStart() throws Exception {
        var model = BrokenModels.endlessCache(folder);
        var checks =
                new Preflight(
                        new GgufReader(),
                        new OshiMemory(new OshiDevices()),
                        _ -> java.util.Optional.empty(),
                        OutOfMemoryKills.UNTOLD,
                        EngineDevices.UNTOLD);
        var failure = RealEngine.failure(RealEngine.plan(model, ""), checks);
        var tooLarge = assertInstanceOf(Failure.WillNotFit.class, failure);
        assertEquals(4096, tooLarge.contextSize());
        assertEquals(4096L * 100_000 * 128 * 2, tooLarge.neededBytes());
        assertTrue(tooLarge.freeBytes() < tooLarge.neededBytes());
        int fits = tooLarge.fits().orElseThrow();
        assertTrue(fits >= 256 && fits * 100_000L * 256 < tooLarge.freeBytes(), "fits " + fits);
    }

    @Test
    @Fault(69)
    @DisplayName("row 69: slots share the context, and the model's own bounds it")
    void slots() throws Exception {
        try (var engine = new RealEngine()) {
            var shared =
                    plan(
                            s ->
                                    s.with(EngineOptions.CONTEXT_SIZE, 256)
                                            .with(EngineOptions.PARALLEL_SLOTS, 2));
            var running = engine.start(shared);
            assertEquals(256, running.info().contextPerSlot());
            assertEquals(List.of(), running.warnings());
        }
        try (var engine = new RealEngine()) {
            var running = engine.start(plan(s -> s.with(EngineOptions.CONTEXT_SIZE, 200_000)));
            assertEquals(
                    List.of(new EngineWarning.ContextCapped(200_000, 131_072, 1)),
                    running.warnings());
        }
    }

    @Test
    @Fault(65)
    @DisplayName("row 65: an engine and a model in a folder with blanks and umlauts")
    void oddPaths() throws Exception {
        var odd = Files.createDirectories(folder.resolve("Mödels und mehr"));
        var settings = plan(s -> s).options();
        var fake = new FakeLauncher(odd.resolve("the engine"), "");
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(odd), "-t 1"));
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            engine.start(new LaunchPlan(fake.executable(), RealEngine.tinyModel(odd), settings));
        }
    }
}

package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.engine.BufferShare;
import dev.paddock.engine.DeviceUse;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.Preflight;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import org.junit.jupiter.api.BeforeEach;
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
import java.util.Optional;

/** A real device, though the processor computes what it is asked for. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class GraphicsCardTest {
    private static final Preflight UNCHECKED = new Preflight(RealEngine.TRUSTING);
    private static final Path ENGINE = Path.of("engine-vulkan/llama-server").toAbsolutePath();

    /** One layer's K is more than the 128 MiB that the device takes in one piece. */
    private static final int LARGE = 1_100_000;

    @TempDir Path folder;

    @BeforeEach
    void needsTheDevice() {
        assumeTrue(
                Files.isExecutable(ENGINE),
                "no device: packaging/engine/assemble.sh --variant vulkan-software makes one");
    }

    private LaunchPlan plan(GpuLayers layers, String extra) throws IOException {
        return plan(ENGINE, layers, 4096, extra);
    }

    private LaunchPlan plan(Path engine, GpuLayers layers, int context, String extra)
            throws IOException {
        var settings =
                Options.of(EngineOptions.PORT, RealEngine.freePort())
                        .with(EngineOptions.CONTEXT_SIZE, context)
                        .with(EngineOptions.PARALLEL_SLOTS, 1)
                        .with(EngineOptions.GPU_LAYERS, layers)
                        // What the driver compiles at first use takes it up to a minute.
                        .with(EngineOptions.EXTRA_ARGUMENTS, "--no-warmup " + extra);
        return new LaunchPlan(engine, RealEngine.tinyModel(folder), settings);
    }

    private static DeviceUse use(LaunchPlan plan) throws InterruptedException {
        try (var engine = new RealEngine()) {
            var running = engine.start(plan);
            assertEquals(List.of(), running.warnings());
            return running.info().devices();
        }
    }

    /** Whoever knew of none does not ask again before a start. */
    @Test
    void aCardThatWasNotThereBeforeIsToldOfByTheLog() throws Exception {
        var library = ENGINE.resolveSibling("libggml-vulkan.so");
        var other = Files.createDirectories(folder.resolve("other"));
        try (var files = Files.list(ENGINE.getParent())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createLink(other.resolve(file.getFileName()), file);
            }
        }
        Files.delete(other.resolve(library.getFileName()));
        var plan = plan(other.resolve("llama-server"), new GpuLayers.Auto(), 4096, "");
        try (var engine = new RealEngine()) {
            engine.engine.learn(plan.engine());
            assertEquals(Optional.of(List.of()), engine.engine.devices(plan.engine()));
            Files.createLink(other.resolve(library.getFileName()), library);
            var use = engine.start(plan).info().devices();
            assertEquals("Vulkan0", use.listed().orElseThrow().getFirst().name());
            assertTrue(onTheCard(use).weightsBytes() > 0);
        }
    }

    private static BufferShare onTheCard(DeviceUse use) {
        return use.buffers().stream()
                .filter(share -> share.device().equals(Optional.of("Vulkan0")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(use.toString()));
    }

    @Test
    void whatIsOnTheCardIsToldByItsBuffers() throws Exception {
        var use = use(plan(new GpuLayers.Auto(), ""));
        assertEquals("Vulkan0", use.listed().orElseThrow().getFirst().name());
        var card = onTheCard(use);
        assertTrue(card.weightsBytes() > 0 && card.kvCacheBytes() > 0, card::toString);
        assertTrue(card.computeBytes() > 0, card::toString);
    }

    @Test
    void theCacheIsInRamWhereItWasPut() throws Exception {
        var card = onTheCard(use(plan(new GpuLayers.All(), "--no-kv-offload")));
        assertTrue(card.weightsBytes() > 0, card::toString);
        assertEquals(0, card.kvCacheBytes());
    }

    @Test
    void theProcessorAloneLeavesNothingOnTheCard() throws Exception {
        var use = use(plan(new GpuLayers.None(), ""));
        assertFalse(use.buffers().isEmpty());
        assertTrue(
                use.buffers().stream().allMatch(share -> share.device().isEmpty()), use::toString);
    }

    @Test
    void aCardThatGotNothingIsSaid() throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(plan(new GpuLayers.Auto(), "--fit-target 1000000"));
            assertEquals(List.of(new EngineWarning.DeviceUnused("Vulkan0")), running.warnings());
        }
    }

    @ParameterizedTest
    @CsvSource({"-sm row, -sm", "-sm none -mg 5, -mg", "--device Vulkan7, --device"})
    void aWrongChoiceOfDevicesIsTheArguments(String extra, String argument) throws Exception {
        var failure = RealEngine.failure(plan(new GpuLayers.All(), extra), UNCHECKED);
        assertEquals(argument, assertInstanceOf(Failure.InvalidArgument.class, failure).argument());
    }

    @Test
    void aLayerAboveTheLimitOfABufferIsKnownAndTheCacheInRamHelps() throws Exception {
        var failure =
                RealEngine.failure(
                        plan(ENGINE, new GpuLayers.All(), LARGE, "--fit off -t 1"), UNCHECKED);
        assertEquals(
                "Vulkan0",
                assertInstanceOf(Failure.BufferTooLarge.class, failure, failure.toString())
                        .device());
        try (var engine = new RealEngine()) {
            engine.start(
                    plan(ENGINE, new GpuLayers.All(), LARGE, "--fit off -t 1 --no-kv-offload"));
            assertInstanceOf(EngineState.Ready.class, engine.supervisor.state().value());
        }
    }

    @Test
    void withoutADriverLayersGoNowhereAndThatIsSaid() throws Exception {
        var script = folder.resolve("llama-server");
        Files.writeString(
                script,
                "#!/bin/sh\nexport VK_DRIVER_FILES=/nonexistent\nexec '%s' \"$@\"\n"
                        .formatted(ENGINE));
        assertTrue(script.toFile().setExecutable(true));
        try (var engine = new RealEngine()) {
            var running = engine.start(plan(script, new GpuLayers.All(), 4096, ""));
            assertInstanceOf(EngineWarning.NoGpu.class, running.warnings().getFirst());
            assertFalse(running.info().devices().hasDevice());
        }
    }
}

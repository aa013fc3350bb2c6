package dev.paddock.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.ComputeDevice;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.MemorySource.FreeMemory;
import dev.paddock.model.CacheShape;
import dev.paddock.model.ModelFile;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class MemoryCheckTest {
    private static final long GIB = 1L << 30;
    private static final Path MODEL = Path.of("m.gguf");

    private Optional<FreeMemory> free = Optional.of(new FreeMemory(6 * GIB, GIB, GIB));
    private Optional<List<ComputeDevice>> listed = Optional.empty();
    private int questions;
    private final MemoryCheck check =
            new MemoryCheck(
                    () -> {
                        questions++;
                        return free;
                    },
                    _ -> listed);

    private static LaunchPlan plan(int context, String extra) {
        var settings =
                Options.EMPTY
                        .with(EngineOptions.CONTEXT_SIZE, context)
                        .with(EngineOptions.EXTRA_ARGUMENTS, extra);
        return new LaunchPlan(Path.of("engine"), MODEL, settings);
    }

    /** 128 KiB a token. */
    private static ModelFile model(Optional<CacheShape> cache) {
        return new ModelFile(
                MODEL,
                Optional.of("m"),
                5 * GIB,
                new ModelFile.Architecture(
                        "llama", OptionalInt.of(131_072), OptionalInt.of(32), cache),
                Optional.empty(),
                OptionalLong.empty(),
                true);
    }

    private Optional<Failure> of(int context, String extra) {
        return check.of(plan(context, extra), model(Optional.of(new CacheShape(32, 8, 128, 128))));
    }

    @Test
    void whatCannotFitIsFoundWithTheNumbers() {
        var tooLarge = new Failure.WillNotFit(131_072, 16 * GIB, 8 * GIB, OptionalInt.of(20_480));
        assertEquals(Optional.of(tooLarge), of(131_072, ""));
        assertEquals(Optional.of(tooLarge), of(0, "-t 4"));
    }

    @Test
    void whatFitsIntoAllMemoryTogetherIsLetThrough() {
        assertEquals(Optional.empty(), of(65_536, ""));
    }

    @Test
    void smallContextsAreNotWorthAQuestion() {
        free = Optional.of(new FreeMemory(0, 0, 0));
        assertEquals(Optional.empty(), of(4096, ""));
        assertEquals(0, questions);
    }

    @Test
    void saysNothingWhereItCannotKnow() {
        assertEquals(Optional.empty(), of(131_072, "-ctk q8_0 -ctv q8_0"));
        assertEquals(Optional.empty(), of(131_072, "-c 4096"));
        assertEquals(Optional.empty(), check.of(plan(131_072, ""), model(Optional.empty())));
        free = Optional.empty();
        assertEquals(Optional.empty(), of(131_072, ""));
    }

    private Optional<Failure> of(int context, GpuLayers layers, String extra) {
        var plan = plan(context, extra);
        var options = plan.options().with(EngineOptions.GPU_LAYERS, layers);
        return check.of(
                new LaunchPlan(plan.engine(), MODEL, options),
                model(Optional.of(new CacheShape(32, 8, 128, 128))));
    }

    private static Optional<List<ComputeDevice>> card(long free) {
        return Optional.of(List.of(new ComputeDevice("CUDA0", "card", 24 * GIB, free)));
    }

    @Test
    void whatTheEngineListsAsFreeCountsInPlaceOfWhatTheSystemSays() {
        listed = card(20 * GIB);
        assertEquals(Optional.empty(), of(131_072, new GpuLayers.Auto(), ""));
        listed = Optional.of(List.of());
        assertEquals(
                Optional.of(
                        new Failure.WillNotFit(131_072, 16 * GIB, 7 * GIB, OptionalInt.of(12_288))),
                of(131_072, new GpuLayers.Auto(), ""));
    }

    @Test
    void theProcessorAloneHasNothingOfACard() {
        listed = card(20 * GIB);
        assertEquals(
                Optional.of(
                        new Failure.WillNotFit(131_072, 16 * GIB, 7 * GIB, OptionalInt.of(12_288))),
                of(131_072, new GpuLayers.None(), ""));
    }

    @Test
    void withAllLayersOnACardTheCacheHasToFitThere() {
        free = Optional.of(new FreeMemory(100 * GIB, 0, 0));
        listed = card(8 * GIB);
        assertEquals(
                Optional.of(
                        new Failure.WillNotFit(
                                131_072,
                                16 * GIB,
                                8 * GIB,
                                OptionalInt.of(20_480),
                                Optional.of("CUDA0"))),
                of(131_072, new GpuLayers.All(), ""));
        assertEquals(Optional.empty(), of(131_072, new GpuLayers.Auto(), ""));
        assertEquals(Optional.empty(), of(131_072, new GpuLayers.All(), "--no-kv-offload"));
        assertEquals(Optional.empty(), of(32_768, new GpuLayers.All(), ""));
        listed = Optional.of(List.of());
        assertEquals(Optional.empty(), of(131_072, new GpuLayers.All(), ""));
    }

    @Test
    void afterAFailureTheLargestContextIsKnown() {
        free = Optional.of(new FreeMemory(100 * GIB, 0, 0));
        assertEquals(Optional.empty(), of(131_072, ""));
        assertEquals(OptionalInt.empty(), check.fits(plan(131_072, "")));
        free = Optional.of(new FreeMemory(8 * GIB, 0, 0));
        assertEquals(OptionalInt.of(20_480), check.fits(plan(131_072, "")));
        assertEquals(OptionalInt.empty(), check.fits(plan(8192, "")));
        var other = new LaunchPlan(Path.of("engine"), Path.of("o.gguf"), Options.EMPTY);
        assertEquals(OptionalInt.empty(), check.fits(other));
    }
}

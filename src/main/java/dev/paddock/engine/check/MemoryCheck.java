package dev.paddock.engine.check;

import dev.paddock.engine.ComputeDevice;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.MemoryForecast;
import dev.paddock.model.ModelFile;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Compares what a context will take with the memory there is. Says nothing rather than something
 * wrong: of models it cannot forecast, of settings that change the cache, of small contexts.
 */
final class MemoryCheck {
    /** Below it asking the system would cost more than it could tell. */
    private static final long WORTH_ASKING = 1L << 30;

    /** Extra arguments after which the forecast would be another one. */
    private static final Set<String> CHANGES_THE_CACHE =
            Set.of(
                    "-c",
                    "--ctx-size",
                    "-np",
                    "--parallel",
                    "-ctk",
                    "--cache-type-k",
                    "-ctv",
                    "--cache-type-v",
                    "-kvu",
                    "--kv-unified",
                    "--kv-unified-per-slot",
                    "--rpc");

    /** Extra arguments that say themselves what goes to which card. */
    private static final Set<String> PLACED_BY_HAND =
            Set.of(
                    "-dev",
                    "--device",
                    "-ot",
                    "--override-tensor",
                    "-sm",
                    "--split-mode",
                    "-ts",
                    "--tensor-split",
                    "-ngl",
                    "--gpu-layers",
                    "--n-gpu-layers",
                    "-nkvo",
                    "--no-kv-offload");

    private final MemorySource memory;
    private final EngineDevices devices;
    private volatile Optional<Forecast> last = Optional.empty();

    /** The newest forecast, kept for the case that the engine fails after it. */
    private record Forecast(Path model, MemoryForecast memory) {}

    MemoryCheck(MemorySource memory, EngineDevices devices) {
        this.memory = memory;
        this.devices = devices;
    }

    /** What cannot go well, before anything is started. */
    Optional<Failure> of(LaunchPlan plan, ModelFile model) {
        var forecast = forecast(plan, model);
        last = forecast.map(found -> new Forecast(plan.model(), found));
        var context =
                forecast.map(f -> f.context(plan.value(EngineOptions.CONTEXT_SIZE)))
                        .orElse(OptionalInt.empty());
        if (context.isEmpty() || unforeseeable(plan)) {
            return Optional.empty();
        }
        int slots = plan.value(EngineOptions.PARALLEL_SLOTS);
        long needed = forecast.get().cacheBytes(context.getAsInt(), slots);
        if (needed < WORTH_ASKING) {
            return Optional.empty();
        }
        return onCard(plan, context.getAsInt(), needed, forecast.get())
                .or(
                        () ->
                                free(plan)
                                        .filter(free -> needed > free)
                                        .map(
                                                free ->
                                                        new Failure.WillNotFit(
                                                                context.getAsInt(),
                                                                needed,
                                                                free,
                                                                forecast.get()
                                                                        .largestContext(
                                                                                free, slots))));
    }

    /** With all layers on cards, the cache has to be there as well. */
    private Optional<Failure> onCard(
            LaunchPlan plan, int context, long needed, MemoryForecast forecast) {
        var listed = devices.of(plan.engine()).orElse(List.of());
        boolean all = plan.value(EngineOptions.GPU_LAYERS) instanceof GpuLayers.All;
        if (!all || listed.isEmpty() || has(plan, PLACED_BY_HAND)) {
            return Optional.empty();
        }
        long free = freeBytes(listed);
        int slots = plan.value(EngineOptions.PARALLEL_SLOTS);
        return needed > free
                ? Optional.of(
                        new Failure.WillNotFit(
                                context,
                                needed,
                                free,
                                forecast.largestContext(free, slots),
                                Optional.of(listed.getFirst().name())))
                : Optional.empty();
    }

    /** Of all that this start may use. */
    private Optional<Long> free(LaunchPlan plan) {
        boolean cards = !(plan.value(EngineOptions.GPU_LAYERS) instanceof GpuLayers.None);
        return memory.read()
                .map(
                        free -> {
                            long video =
                                    devices.of(plan.engine())
                                            .map(MemoryCheck::freeBytes)
                                            .orElse(free.videoBytes());
                            return free.ramBytes() + free.swapBytes() + (cards ? video : 0);
                        });
    }

    private static long freeBytes(List<ComputeDevice> listed) {
        return listed.stream().mapToLong(ComputeDevice::freeBytes).sum();
    }

    private static Optional<MemoryForecast> forecast(LaunchPlan plan, ModelFile model) {
        return MemoryForecast.of(
                model,
                plan.value(EngineOptions.CACHE_TYPE_K).bytesPerElement(),
                plan.value(EngineOptions.CACHE_TYPE_V).bytesPerElement());
    }

    /**
     * The largest context there is memory for, when the forecast is for this plan and it is less
     * than what was asked for.
     */
    OptionalInt fits(LaunchPlan plan) {
        var known = last.filter(forecast -> forecast.model().equals(plan.model()));
        if (known.isEmpty() || unforeseeable(plan)) {
            return OptionalInt.empty();
        }
        var forecast = known.get().memory();
        int slots = plan.value(EngineOptions.PARALLEL_SLOTS);
        int asked = forecast.context(plan.value(EngineOptions.CONTEXT_SIZE)).orElse(0);
        var fits =
                free(plan)
                        .map(free -> forecast.largestContext(free, slots))
                        .orElse(OptionalInt.empty());
        return fits.orElse(asked) < asked ? fits : OptionalInt.empty();
    }

    /** Of the computer's own memory. */
    OptionalLong freeBytes() {
        return memory.read().stream().mapToLong(MemorySource.FreeMemory::ramBytes).findFirst();
    }

    private static boolean unforeseeable(LaunchPlan plan) {
        return has(plan, CHANGES_THE_CACHE);
    }

    private static boolean has(LaunchPlan plan, Set<String> flags) {
        return ArgumentLine.split(plan.value(EngineOptions.EXTRA_ARGUMENTS)).stream()
                .anyMatch(flags::contains);
    }
}

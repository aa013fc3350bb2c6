package dev.paddock.engine.check;

import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.MemoryForecast;
import dev.paddock.model.ModelFile;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;

import java.nio.file.Path;
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

    private final MemorySource memory;
    private volatile Optional<Forecast> last = Optional.empty();

    /** The newest forecast, kept for the case that the engine fails after it. */
    private record Forecast(Path model, MemoryForecast memory) {}

    MemoryCheck(MemorySource memory) {
        this.memory = memory;
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
        return memory.read()
                .filter(free -> needed > free.bytes())
                .map(
                        free ->
                                new Failure.WillNotFit(
                                        context.getAsInt(),
                                        needed,
                                        free.bytes(),
                                        forecast.get().largestContext(free.bytes(), slots)));
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
                memory.read()
                        .map(free -> forecast.largestContext(free.bytes(), slots))
                        .orElse(OptionalInt.empty());
        return fits.orElse(asked) < asked ? fits : OptionalInt.empty();
    }

    /** Of the computer's own memory. */
    OptionalLong freeBytes() {
        return memory.read().stream().mapToLong(MemorySource.FreeMemory::ramBytes).findFirst();
    }

    private static boolean unforeseeable(LaunchPlan plan) {
        return ArgumentLine.split(plan.value(EngineOptions.EXTRA_ARGUMENTS)).stream()
                .anyMatch(CHANGES_THE_CACHE::contains);
    }
}

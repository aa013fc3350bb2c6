package dev.paddock.engine.check;

import dev.paddock.engine.ExtraArguments;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.ServerSettings;
import dev.paddock.model.MemoryForecast;
import dev.paddock.model.ModelFile;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
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
        var forecast = MemoryForecast.of(model);
        last = forecast.map(found -> new Forecast(plan.model(), found));
        var settings = plan.settings();
        var tokens =
                forecast.map(f -> f.tokens(settings.contextSize(), settings.parallelSlots()))
                        .orElse(OptionalInt.empty());
        if (tokens.isEmpty() || unforeseeable(settings)) {
            return Optional.empty();
        }
        int slots = settings.parallelSlots();
        long needed = forecast.get().cacheBytes(tokens.getAsInt(), slots);
        if (needed < WORTH_ASKING) {
            return Optional.empty();
        }
        return memory.read()
                .filter(free -> needed > free.bytes())
                .map(
                        free ->
                                new Failure.WillNotFit(
                                        tokens.getAsInt(),
                                        needed,
                                        free.bytes(),
                                        forecast.get().largestContext(free.bytes(), slots)));
    }

    /**
     * The largest context there is memory for, when the forecast is for this plan and it is less
     * than what was asked for.
     */
    OptionalInt fits(LaunchPlan plan) {
        var settings = plan.settings();
        var known = last.filter(forecast -> forecast.model().equals(plan.model()));
        if (known.isEmpty() || unforeseeable(settings)) {
            return OptionalInt.empty();
        }
        var forecast = known.get().memory();
        int slots = settings.parallelSlots();
        int asked = forecast.tokens(settings.contextSize(), slots).orElse(0);
        var fits =
                memory.read()
                        .map(free -> forecast.largestContext(free.bytes(), slots))
                        .orElse(OptionalInt.empty());
        return fits.orElse(asked) < asked ? fits : OptionalInt.empty();
    }

    private static boolean unforeseeable(ServerSettings settings) {
        return ExtraArguments.split(settings.extraArguments()).stream()
                .anyMatch(CHANGES_THE_CACHE::contains);
    }
}

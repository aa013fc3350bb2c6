package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.GgufReader;
import dev.paddock.model.MemoryForecast;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The forecast is what the engine takes. */
@Timeout(60)
class MemoryForecastEngineTest {
    private static final Pattern TAKEN = Pattern.compile("llama_kv_cache: size = +([\\d.]+) MiB");
    private static final double MIB = 1 << 20;

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} tokens in {1} slots")
    @CsvSource({"4096, 1", "1000, 1", "4096, 3", "0, 1"})
    void theCacheIsAsLargeAsForecast(int context, int slots) throws Exception {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 -lv 4");
        var settings = plan.settings().withContextSize(context).withParallelSlots(slots);
        var forecast = MemoryForecast.of(new GgufReader().read(plan.model())).orElseThrow();
        try (var engine = new RealEngine()) {
            engine.start(new LaunchPlan(plan.engine(), plan.model(), settings));
            var taken = TAKEN.matcher(engine.log());
            assertTrue(taken.find(), "the engine does not say what its cache takes");
            int tokens = forecast.tokens(context, slots).orElseThrow();
            assertEquals(
                    Double.parseDouble(taken.group(1)),
                    forecast.cacheBytes(tokens, slots) / MIB,
                    0.01);
        }
    }
}

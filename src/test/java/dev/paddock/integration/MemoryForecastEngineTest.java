package dev.paddock.integration;

import static dev.paddock.option.EngineOptions.CACHE_TYPE_K;
import static dev.paddock.option.EngineOptions.CACHE_TYPE_V;
import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.model.GgufReader;
import dev.paddock.model.MemoryForecast;
import dev.paddock.option.CacheType;

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

    @ParameterizedTest(name = "{0} tokens in each of {1} slots, kept as {2} and {3}")
    @CsvSource({
        "4096, 1, f16, f16",
        "1000, 1, f16, f16",
        "1000, 3, f16, f16",
        "0, 1, f16, f16",
        "0, 2, f16, f16",
        "4096, 1, q8_0, f16",
        "4096, 2, q4_0, q5_1",
        "4096, 1, f32, bf16"
    })
    void theCacheIsAsLargeAsForecast(int context, int slots, String keys, String values)
            throws Exception {
        CacheType k = CACHE_TYPE_K.parse(keys).toOptional().orElseThrow();
        CacheType v = CACHE_TYPE_V.parse(values).toOptional().orElseThrow();
        var plan =
                RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 -lv 4")
                        .with(CONTEXT_SIZE, context)
                        .with(PARALLEL_SLOTS, slots)
                        .with(CACHE_TYPE_K, k)
                        .with(CACHE_TYPE_V, v);
        var model = new GgufReader().read(plan.model());
        var forecast =
                MemoryForecast.of(model, k.bytesPerElement(), v.bytesPerElement()).orElseThrow();
        try (var engine = new RealEngine()) {
            engine.start(plan);
            var taken = engine.awaitLogged(TAKEN);
            int tokens = forecast.context(context).orElseThrow();
            assertEquals(
                    Double.parseDouble(taken.group(1)),
                    forecast.cacheBytes(tokens, slots) / MIB,
                    0.01);
        }
    }
}

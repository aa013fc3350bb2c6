package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

class MemoryForecastTest {
    private static final long GIB = 1L << 30;

    /** As a model of eight billion weights has it: 128 KiB a token. */
    private static final CacheShape EIGHT_BILLION = new CacheShape(32, 8, 128, 128);

    private static final MemoryForecast FORECAST =
            new MemoryForecast(5 * GIB, EIGHT_BILLION.bytesPerToken(2, 2), OptionalInt.of(131_072));

    @TempDir Path folder;

    private static MemoryForecast of(GgufWriter writer, Path file) throws Exception {
        writer.write(file);
        return MemoryForecast.of(new GgufReader().read(file)).orElseThrow();
    }

    private boolean forecast(GgufWriter writer) throws Exception {
        var file = folder.resolve("model.gguf");
        writer.write(file);
        return MemoryForecast.of(new GgufReader().read(file)).isPresent();
    }

    @Test
    void aContextTakesSoMuchATokenAndSlotsAreRoundedUp() {
        assertEquals(GIB, FORECAST.cacheBytes(8192, 1));
        assertEquals(3 * 1024 * 128 * 1024, FORECAST.cacheBytes(1000, 3));
        assertEquals(OptionalInt.of(131_072), FORECAST.context(0));
        assertEquals(OptionalInt.of(4096), FORECAST.context(4096));
    }

    @Test
    void theLargestContextLeavesRoomForTheWeights() {
        int fits = FORECAST.largestContext(8 * GIB, 1).orElseThrow();
        assertEquals(20_480, fits);
        assertTrue(FORECAST.cacheBytes(fits, 1) + FORECAST.weightBytes() < 8 * GIB);
        assertEquals(OptionalInt.of(131_072), FORECAST.largestContext(100 * GIB, 1));
    }

    @Test
    void severalSlotsShareTheMemory() {
        assertEquals(OptionalInt.of(10_240), FORECAST.largestContext(8 * GIB, 2));
    }

    @Test
    void weightsThatAreReadFromTheFileLeaveHalfTheMemoryToTheContext() {
        assertEquals(OptionalInt.of(14_336), FORECAST.largestContext(4 * GIB, 1));
        assertEquals(OptionalInt.empty(), FORECAST.largestContext(GIB / 2, 1));
    }

    @Test
    void readsWhatItNeedsFromTheHeader() throws Exception {
        var file = folder.resolve("model.gguf");
        assertEquals(512, of(TinyModel.writer(), file).bytesPerToken());
        var narrow =
                TinyModel.writer()
                        .number("llama.attention.key_length", 96)
                        .number("llama.attention.value_length", 32);
        narrow.write(file);
        var read = new GgufReader().read(file);
        assertEquals(Optional.of(new CacheShape(2, 1, 96, 32)), read.architecture().cache());
        assertEquals(2 * (96 + 64), MemoryForecast.of(read, 1, 2).orElseThrow().bytesPerToken());
    }

    @Test
    void saysNothingOfCachesOfAnotherKind() throws Exception {
        assertTrue(forecast(TinyModel.writer()));
        assertTrue(!forecast(TinyModel.writer().number("llama.attention.sliding_window", 512)));
        assertTrue(!forecast(TinyModel.writer().number("llama.attention.kv_lora_rank", 512)));
        assertTrue(!forecast(TinyModel.writer().numbers("llama.attention.head_count_kv", 1, 2)));
        assertTrue(!forecast(TinyModel.writer().number("llama.ssm.state_size", 16)));
        assertTrue(!forecast(TinyModel.writer().number("llama.attention.key_length", 0)));
    }
}

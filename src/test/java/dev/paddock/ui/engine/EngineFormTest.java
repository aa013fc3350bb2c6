package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.faults.Fault;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class EngineFormTest {
    static Stream<Options> settings() {
        return Stream.of(
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 4096)
                        .with(EngineOptions.PARALLEL_SLOTS, 2)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.Auto())
                        .with(EngineOptions.EXTRA_ARGUMENTS, ""),
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 0)
                        .with(EngineOptions.PARALLEL_SLOTS, 4)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.All())
                        .with(EngineOptions.EXTRA_ARGUMENTS, "--mlock"),
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 8192)
                        .with(EngineOptions.PARALLEL_SLOTS, 1)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.None())
                        .with(EngineOptions.EXTRA_ARGUMENTS, ""),
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 8192)
                        .with(EngineOptions.PARALLEL_SLOTS, 1)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.Count(24))
                        .with(EngineOptions.EXTRA_ARGUMENTS, "-a 'my model'"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsShownReadsBackAsItWas(Options settings) {
        assertEquals(Optional.of(settings), EngineForm.of(settings).check().options());
    }

    @ParameterizedTest
    @Fault({22, 24})
    @ValueSource(strings = {"80", "1023", "65536", "70000", "-1"})
    void aPortNobodyCouldUseIsNamed(String port) {
        var checked = new EngineForm(port, "4096", "1", EngineForm.Gpu.AUTO, "", "").check();

        assertEquals(Set.of(EngineOptions.PORT), checked.wrong().keySet());
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var checked =
                new EngineForm("80", "many", "0", EngineForm.Gpu.SOME, "-3", "--alias \"x").check();

        assertTrue(checked.options().isEmpty());
        assertEquals(
                Set.of(
                        EngineOptions.PORT,
                        EngineOptions.CONTEXT_SIZE,
                        EngineOptions.PARALLEL_SLOTS,
                        EngineOptions.GPU_LAYERS,
                        EngineOptions.EXTRA_ARGUMENTS),
                checked.wrong().keySet());
    }

    @Test
    void theNumberOfLayersCountsOnlyWhereItIsAskedFor() {
        var checked =
                new EngineForm("8080", "4096", "1", EngineForm.Gpu.AUTO, "nonsense", "").check();

        assertEquals(
                new GpuLayers.Auto(),
                checked.options().orElseThrow().value(EngineOptions.GPU_LAYERS));
    }

    @Test
    void groupedNumbersAreUnderstood() {
        var checked = new EngineForm("8080", " 32,768 ", "1", EngineForm.Gpu.AUTO, "", "").check();

        assertEquals(
                Optional.of(32_768),
                checked.options().flatMap(all -> all.get(EngineOptions.CONTEXT_SIZE)));
    }
}

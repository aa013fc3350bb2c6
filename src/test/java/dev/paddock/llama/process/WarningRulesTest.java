package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class WarningRulesTest {
    private static final String NO_GPU =
            "warning: no usable GPU found, --gpu-layers option will be ignored";

    private static List<EngineWarning> of(Options settings, int perSlot, String... lines) {
        var plan = new LaunchPlan(Path.of("e"), Path.of("m"), settings);
        var info = new EngineInfo("m", perSlot, settings.value(EngineOptions.PARALLEL_SLOTS), "b1");
        return WarningRules.of(plan, info, List.of(lines));
    }

    private static List<EngineWarning> of(GpuLayers layers, String... lines) {
        return of(Options.EMPTY.with(EngineOptions.GPU_LAYERS, layers), 4096, lines);
    }

    @Test
    void aMissingCardMattersOnlyToThoseWhoAskedForOne() {
        assertEquals(
                List.of(new EngineWarning.NoGpu(NO_GPU)),
                of(new GpuLayers.All(), "x", NO_GPU, NO_GPU));
        assertEquals(List.of(), of(new GpuLayers.Auto(), NO_GPU));
        assertEquals(List.of(), of(new GpuLayers.None(), NO_GPU));
    }

    @Test
    void anOldDriverIsSaidInPlaceOfAMissingCard() {
        var old = "failed to initialize CUDA: CUDA driver version is insufficient for CUDA runtime";
        assertEquals(
                List.of(new EngineWarning.GpuDriver("ggml_cuda_init: " + old)),
                of(new GpuLayers.All(), "0.00.010.001 E ggml_cuda_init: " + old, NO_GPU));
    }

    @Test
    void aMissingDriverIsSaidUnlessNoCardIsWanted() {
        var line =
                "load_backend: failed to load libggml-cuda.so: no NVIDIA driver was found"
                        + " (libcuda.so.1 is missing)";
        var missing = List.of(new EngineWarning.NoDriver("libcuda.so.1"));
        assertEquals(missing, of(new GpuLayers.Auto(), line));
        assertEquals(missing, of(new GpuLayers.All(), line, NO_GPU));
        assertEquals(List.of(), of(new GpuLayers.None(), line, NO_GPU));
    }

    @Test
    void librariesLeftOutAreNamed() {
        var line = "load_backend: failed to load /e/libggml-cuda.so: libcudart.so.12: not there";
        assertEquals(
                List.of(new EngineWarning.BackendSkipped("libggml-cuda.so", line)),
                of(new GpuLayers.Auto(), line));
    }

    @Test
    void aWorkerThatIsAwayIsNamedOnce() {
        var line = "0.00.005.788 E Failed to connect to 127.0.0.1:1";
        assertEquals(
                List.of(new EngineWarning.WorkerLeftOut("127.0.0.1:1")),
                of(new GpuLayers.Auto(), line, line));
    }

    @Test
    void aContextCutToTheModelsOwnIsSaid() {
        var settings =
                Options.EMPTY
                        .with(EngineOptions.CONTEXT_SIZE, 32_768)
                        .with(EngineOptions.PARALLEL_SLOTS, 2);
        assertEquals(List.of(new EngineWarning.ContextCapped(32_768, 8192, 2)), of(settings, 8192));
        assertEquals(List.of(), of(settings, 32_768));
        assertEquals(List.of(), of(Options.EMPTY.with(EngineOptions.CONTEXT_SIZE, 0), 8192));
        assertEquals(List.of(), of(Options.EMPTY, 2048), "nobody chose that");
        assertEquals(List.of(), of(Options.EMPTY.with(EngineOptions.CONTEXT_SIZE, 1000), 1024));
    }
}

package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ExtraFile;
import dev.paddock.engine.Failure.VideoMemory;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.MemoryRequest;
import dev.paddock.option.Options;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Lines of real engines that ran out of memory, or could not use what stands beside the model. */
class DiagnosisMemoryTest {
    private static final LaunchPlan PLAN =
            new LaunchPlan(Path.of("/e/llama-server"), Path.of("/m/a.gguf"), Options.EMPTY);

    private static final String WRAPPERS =
            """

            0.00.028.476 E llama_model_load_from_file_impl: failed to load model
            0.00.028.536 E srv    load_model: failed to load model, 'a.gguf'
            0.00.029.061 E srv  llama_server: exiting due to model loading error
            """;

    @ParameterizedTest(name = "{1} {3}")
    @MethodSource({"memory", "videoMemory", "partsOfVideoMemory", "besidesTheModel"})
    void findsTheCause(String log, int code, boolean wasReady, Failure expected) {
        var lines = log.lines().toList();
        assertEquals(expected, Diagnosis.of(PLAN, new EngineExit(code), lines, wasReady));
    }

    private static Optional<MemoryRequest> here(long bytes) {
        return Optional.of(new MemoryRequest(bytes, Optional.empty()));
    }

    private static Optional<MemoryRequest> on(String device, long bytes) {
        return Optional.of(new MemoryRequest(bytes, Optional.of(device)));
    }

    /** Further files of the extra arguments, and workers, which are none of the model's fault. */
    static Stream<Arguments> besidesTheModel() {
        var draft =
                """
                0.1 E ggml_backend_buft_alloc_buffer_n_default: failed to allocate Vulkan1 buffer of size 307232768
                0.1 E llama_init_from_model: failed to initialize the context: failed to allocate buffer for kv cache
                0.1 E common_speculative_init_result: failed to create MTP context
                0.1 E srv    load_model: failed to create MTP context
                """;
        var mismatch =
                "mtmd_init_from_file: error: mismatch between text model (n_embd = 64) and mmproj"
                        + " (n_embd = 96)";
        return Stream.of(
                early(
                        1,
                        draft,
                        new Failure.ExtraFileRejected(
                                ExtraFile.DRAFT_MODEL,
                                "llama_init_from_model: failed to initialize the context: failed to"
                                        + " allocate buffer for kv cache",
                                on("Vulkan1", 307_232_768))),
                early(
                        1,
                        "0.1 E "
                                + mismatch
                                + "\n0.1 E srv load_model: failed to load multimodal"
                                + " model, 'mm.gguf'",
                        new Failure.ExtraFileRejected(ExtraFile.PROJECTOR, mismatch)),
                early(
                        134,
                        "Failed to connect to 10.0.0.7:50052\n",
                        new Failure.WorkerUnreachable("10.0.0.7:50052")));
    }

    static Stream<Arguments> memory() {
        return Stream.of(
                early(
                        1,
                        """
                        0.00.311.130 E ggml_aligned_malloc: insufficient memory (attempted to allocate 977.89 MB)
                        0.00.311.152 E ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 1025394720
                        0.00.345.615 E llama_init_from_model: failed to initialize the context: failed to allocate compute pp buffers
                        0.00.345.656 E cmn  common_init_: failed to create context with model 'tiny.gguf'
                        """,
                        new Failure.ContextTooLarge(
                                4096,
                                "llama_init_from_model: failed to initialize the context: failed"
                                        + " to allocate compute pp buffers",
                                OptionalInt.empty(),
                                here(1_025_394_720))),
                early(
                        1,
                        "0.1.2.3 E llama_init: failed to allocate buffer for kv cache",
                        new Failure.ContextTooLarge(
                                4096, "llama_init: failed to allocate buffer for kv cache")),
                early(
                        1,
                        "0.1 E ggml_backend_cpu: failed to allocate buffer of size 99" + WRAPPERS,
                        new Failure.OutOfMemory(
                                "ggml_backend_cpu: failed to allocate buffer of size 99",
                                OptionalInt.empty(),
                                here(99))));
    }

    static Stream<Arguments> videoMemory() {
        return Stream.of(
                early(
                        1,
                        "allocating 8192.00 MiB on device 0: cudaMalloc failed: out of memory\n"
                                + "0.1 E llama_model_load: error loading model: unable to allocate"
                                + " CUDA0 buffer"
                                + WRAPPERS,
                        new Failure.OutOfVideoMemory(
                                VideoMemory.WEIGHTS,
                                OptionalInt.empty(),
                                "llama_model_load: error loading model: unable to allocate CUDA0"
                                        + " buffer",
                                on("CUDA0", 8192L << 20))),
                early(
                        1,
                        """
                        ggml_vulkan: Device memory allocation of size 310411264 failed.
                        ggml_vulkan: vk::Device::allocateMemory: ErrorOutOfDeviceMemory
                        0.1 E ggml_backend_buft_alloc_buffer_n_default: failed to allocate Vulkan0 buffer of size 310411264
                        0.1 E llama_model_load: error loading model: unable to allocate Vulkan0 buffer
                        """,
                        new Failure.OutOfVideoMemory(
                                VideoMemory.WEIGHTS,
                                OptionalInt.empty(),
                                "llama_model_load: error loading model: unable to allocate Vulkan0"
                                        + " buffer",
                                on("Vulkan0", 310_411_264))));
    }

    static Stream<Arguments> partsOfVideoMemory() {
        return Stream.of(
                early(
                        1,
                        """
                        0.1 I print_info: n_layer               = 20
                        0.1 E alloc_tensor_range: failed to allocate Vulkan0 buffer of size 536870912
                        0.1 E llama_init_from_model: failed to initialize the context: failed to allocate buffer for kv cache
                        """,
                        new Failure.OutOfVideoMemory(
                                VideoMemory.KV_CACHE,
                                OptionalInt.of(21),
                                "llama_init_from_model: failed to initialize the context: failed to"
                                        + " allocate buffer for kv cache",
                                on("Vulkan0", 536_870_912))),
                early(
                        1,
                        """
                        0.1 E ggml_gallocr_reserve_n_impl: failed to allocate CUDA0 buffer of size 4026531840
                        0.1 E graph_reserve: failed to allocate compute buffers
                        """,
                        new Failure.OutOfVideoMemory(
                                VideoMemory.COMPUTE_BUFFERS,
                                OptionalInt.empty(),
                                "graph_reserve: failed to allocate compute buffers",
                                on("CUDA0", 4_026_531_840L))),
                ready(
                        134,
                        "CUDA error: out of memory",
                        new Failure.OutOfVideoMemory(
                                VideoMemory.UNKNOWN,
                                OptionalInt.empty(),
                                "CUDA error: out of memory",
                                Optional.empty())));
    }

    private static Arguments early(int code, String log, Failure expected) {
        return Arguments.of(log, code, false, expected);
    }

    private static Arguments ready(int code, String log, Failure expected) {
        return Arguments.of(log, code, true, expected);
    }
}

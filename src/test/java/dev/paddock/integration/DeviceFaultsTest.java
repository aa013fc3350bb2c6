package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.check.Preflight;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Graphics cards and memory that fail: told by an engine that says what the real ones say. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class DeviceFaultsTest {
    private static final Preflight UNCHECKED = new Preflight(RealEngine.TRUSTING);

    @TempDir Path folder;

    /** An end, what was said before it, and what a person must be told. */
    record Row(int number, String name, String switches, String log, Class<?> cause) {
        @Override
        public String toString() {
            return "row " + number + ": " + name;
        }
    }

    static Stream<Row> whileLoading() {
        return Stream.of(
                new Row(
                        32,
                        "a card the build was not made for",
                        "--exit=ABRT",
                        """
                        ggml_cuda_compute_forward: MUL_MAT failed
                        CUDA error: no kernel image is available for execution on the device
                          current device: 0, in function ggml_cuda_compute_forward at ggml-cuda.cu:2366
                        """,
                        Failure.GpuUnsupported.class),
                new Row(
                        33,
                        "video memory runs out",
                        "--exit=1",
                        """
                        ggml_backend_cuda_buffer_type_alloc_buffer: allocating 8192.00 MiB on device 0: cudaMalloc failed: out of memory
                        llama_model_load: error loading model: unable to allocate CUDA0 buffer
                        srv  llama_server: exiting due to model loading error
                        """,
                        Failure.OutOfVideoMemory.class),
                new Row(
                        36,
                        "the compute buffers do not fit",
                        "--exit=1",
                        """
                        ggml_gallocr_reserve_n_impl: failed to allocate CUDA0 buffer of size 4026531840
                        llama_init_from_model: failed to initialize the context: failed to allocate compute pp buffers
                        """,
                        Failure.OutOfVideoMemory.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whileLoading")
    @Fault({32, 33, 36})
    void endsWhileItLoads(Row row) throws Exception {
        var fake = new FakeLauncher(folder, "");
        fake.transcript(row.log(), "--die-at=load " + row.switches());
        var failure = RealEngine.failure(fake.plan(RealEngine.freePort()), UNCHECKED);
        assertInstanceOf(row.cause(), failure);
    }

    @Test
    @Fault(31)
    @DisplayName("row 31: a driver too old for the engine is said, and the engine runs")
    void driverTooOld() throws Exception {
        var says =
                "ggml_cuda_init: failed to initialize CUDA: CUDA driver version is insufficient"
                        + " for CUDA runtime version";
        var fake = new FakeLauncher(folder, "");
        fake.transcript(says + "\n", "");
        try (var engine = new RealEngine()) {
            var running = engine.start(fake.plan(RealEngine.freePort()));
            assertEquals(List.of(new EngineWarning.GpuDriver(says)), running.warnings());
        }
    }

    static Stream<Row> whileAnswering() {
        return Stream.of(
                new Row(
                        37,
                        "memory runs out",
                        "--exit=ABRT",
                        "CUDA error: out of memory\n  current device: 0, in function alloc\n",
                        Failure.OutOfVideoMemory.class),
                new Row(
                        40,
                        "an assertion fails",
                        "--exit=ABRT",
                        "ggml-backend.cpp:1741: GGML_ASSERT(cur_backend_id != -1) failed\n",
                        Failure.Crashed.class),
                new Row(
                        60,
                        "the graphics card is reset",
                        "--exit=ABRT",
                        "CUDA error: unspecified launch failure\n",
                        Failure.GpuFault.class));
    }

    /** What came of the answer is kept; a new start is tried where it may help. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("whileAnswering")
    @Fault({37, 40, 60})
    void endsWhileItAnswers(Row row) throws Exception {
        var fake = new FakeLauncher(folder, "");
        fake.transcript(row.log(), "--die-at=token:3 " + row.switches());
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            var events = new ArrayList<ChatEvent>();
            var stream = engine.open(RealEngine.request("Hello", 20));
            var broken = assertThrows(ChatFailedException.class, () -> stream.run(events::add));
            assertInstanceOf(ChatFailure.ConnectionLost.class, broken.failure());
            assertTrue(
                    events.stream().anyMatch(event -> event instanceof ChatEvent.Content),
                    "nothing of the answer came");
            if (row.number() == 37) {
                var failed = engine.await(EngineState.Failed.class);
                assertInstanceOf(row.cause(), failed.failure());
            } else {
                var waiting = engine.await(EngineState.BackingOff.class);
                assertInstanceOf(row.cause(), waiting.failure());
            }
        }
    }
}

package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ErrorLinesTest {
    @Test
    void theReasonIsTheNewestLineThatIsNoSummary() {
        assertEquals(
                Optional.of("0.1 E llama_model_load: error loading model: some reason"),
                ErrorLines.reason(
                        List.of(
                                "0.1 E llama_model_load: error loading model: some reason",
                                "0.1 E llama_model_load_from_file_impl: failed to load model",
                                "0.1 E cmn  common_init_: failed to load model 'a.gguf'",
                                "0.1 E srv    load_model: failed to load model, 'a.gguf'",
                                "0.1 E srv  llama_server: exiting due to model loading error")));
    }

    @Test
    void aDebuggersLinesAreNoReason() {
        assertEquals(
                Optional.of("a.cpp:1: GGML_ASSERT(x) failed"),
                ErrorLines.reason(
                        List.of(
                                "a.cpp:1: GGML_ASSERT(x) failed",
                                "[New LWP 12]",
                                "#0  0x00007d in abort () at error.c:1",
                                "1   libggml-base.dylib   0x0000000105799558 ggml_abort + 156",
                                "[Inferior 1 (process 251) detached]")));
    }

    @Test
    void aFailedAssertionIsQuotedWholeWhateverIsSaidAfterIt() {
        for (var assertion :
                List.of(
                        "./src/llama-context.cpp:2384: GGML_ASSERT(n_outputs_max <="
                                + " cparams.n_outputs_max) failed",
                        "/build/ggml/src/ggml-backend.cpp:1089: pre-allocated tensor (cache_k_l0)"
                                + " in a buffer (Vulkan0) that cannot run the operation (NONE)",
                        "D:\\a\\ggml-cuda.cu:101: CUDA error")) {
            assertEquals(
                    Optional.of(assertion),
                    ErrorLines.reason(
                            List.of(
                                    "0.1 E srv    load_model: something failed before",
                                    assertion,
                                    "warning: process 7 is already traced: operation failed",
                                    "Could not attach to process.",
                                    "Aborted (core dumped)",
                                    "0.1 E srv  llama_server: exiting due to model loading"
                                            + " error")));
        }
    }

    @Test
    void withoutAReasonTheLastLineIsAllThereIs() {
        var lines = List.of("loading", "all slots are idle", " ");
        assertEquals(Optional.empty(), ErrorLines.reason(lines));
    }
}

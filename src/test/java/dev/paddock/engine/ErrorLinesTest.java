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
    void withoutAReasonTheLastLineIsAllThereIs() {
        var lines = List.of("loading", "all slots are idle", " ");
        assertEquals(Optional.empty(), ErrorLines.reason(lines));
    }
}

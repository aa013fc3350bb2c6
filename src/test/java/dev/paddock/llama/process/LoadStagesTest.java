package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.LoadProgress.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.Optional;

class LoadStagesTest {
    @Test
    void theLogTellsTheStage() {
        assertEquals(
                Optional.of(Stage.READING),
                LoadStages.of("0.00.035.707 I srv    load_model: loading model '/m.gguf'"));
        assertEquals(
                Optional.of(Stage.PREPARING),
                LoadStages.of("0.00.042.302 I srv    load_model: initializing, n_slots = 1"));
        assertEquals(
                Optional.of(Stage.WARMING_UP),
                LoadStages.of(
                        "0.00.442.964 I sched_reserve:    Vulkan0 compute buffer size =     5.01"
                                + " MiB"));
        for (var ours : new String[] {"       CPU", "Vulkan_Host", " CUDA_Host"}) {
            assertEquals(
                    Optional.empty(),
                    LoadStages.of("sched_reserve: " + ours + " compute buffer size = 4.52 MiB"));
        }
        assertEquals(
                Optional.empty(),
                LoadStages.of("0.00.003.012 I srv  llama_server: initializing ..."));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAProcessReadsIsCounted() {
        assertTrue(BytesRead.by(ProcessHandle.current().pid()).orElse(0) > 1 << 20);
        assertTrue(BytesRead.by(Long.MAX_VALUE).isEmpty());
    }
}

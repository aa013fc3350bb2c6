package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.ComputeDevice;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class DeviceListTest {
    private static final ComputeDevice CARD =
            new ComputeDevice(
                    "Vulkan0", "llvmpipe (LLVM 22.1.8, 256 bits)", 24_105L << 20, 23_136L << 20);

    @Test
    void anAnswerListsDevicesAlone() {
        var answer =
                """
                Available devices:
                  Vulkan0: llvmpipe (LLVM 22.1.8, 256 bits) (24105 MiB, 23136 MiB free)
                """;
        assertEquals(Optional.of(List.of(CARD)), DeviceList.parse(answer));
        assertEquals(Optional.of(List.of()), DeviceList.parse("Available devices:\n"));
        assertEquals(Optional.empty(), DeviceList.parse("error: invalid argument\n"));
    }

    @Test
    void aLogListsTheProcessorBesideThem() {
        var log =
                """
                0.00.021.407 I cmn  common_param: device_info:
                0.00.021.463 I cmn  common_param:   - Vulkan0 : llvmpipe (LLVM 22.1.8, 256 bits) (24105 MiB, 23136 MiB free)
                0.00.021.472 I cmn  common_param:   - CPU     : AMD EPYC (24105 MiB, 24105 MiB free)
                0.00.021.502 I cmn  common_param: system_info: n_threads = 2 (n_threads_batch = 2) / 2
                """;
        assertEquals(List.of(CARD), DeviceList.told(log.lines().toList()));
        assertEquals(List.of(), DeviceList.told(log.lines().skip(2).toList()));
    }
}

package dev.paddock.llama.process;

import static dev.paddock.llama.process.LogRule.when;

import dev.paddock.engine.Failure;
import dev.paddock.option.EngineOptions;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the engine and the drivers below it say when memory runs out or a graphics card fails, by
 * the names of each vendor. Matched as loosely as {@link LogRules}.
 */
final class DeviceRules {
    private static final String VIDEO = "(?:cuda|rocm|hip|musa|cann|vulkan|metal|sycl|opencl)";

    private DeviceRules() {}

    static final List<LogRule> MEMORY =
            List.of(
                    when(
                            "failed to allocate (?:buffer for )?(?:the )?(?:kv|compute|rs)\\b",
                            (e, hit) ->
                                    new Failure.ContextTooLarge(
                                            e.plan().value(EngineOptions.CONTEXT_SIZE),
                                            hit.line(),
                                            OptionalInt.empty(),
                                            e.request())),
                    // Not CUDA_Host and its like: those are pieces of the machine's own memory.
                    when(
                            "cudamalloc failed|out_?of_?device_?memory|out of device memory"
                                    + "|commandbuffercallbackerroroutofmemory"
                                    + "|ggml_metal\\w*: error: failed to allocate buffer"
                                    + "|device memory allocation of size \\d+ failed|"
                                    + VIDEO
                                    + " error:? .*out of memory|(?:unable|failed) to allocate "
                                    + VIDEO
                                    + "\\d* buffer",
                            (e, hit) -> new Failure.OutOfVideoMemory(hit.line(), e.request())),
                    when(
                            "(?:unable|failed) to allocate (?:\\S+ )?(?:buffer|memory|[\\d.]+)"
                                    + "|bad_alloc(?! error while reading)|cannot allocate memory"
                                    + "|out of memory|out_?of_?host_?memory|insufficient memory",
                            (e, hit) ->
                                    new Failure.OutOfMemory(
                                            hit.line(), OptionalInt.empty(), e.request())));

    static final List<LogRule> GRAPHICS =
            List.of(
                    when(
                            "no kernel image|invalid device function|unsupported toolchain"
                                    + "|driver version is insufficient|nobinaryforgpu"
                                    + "|incompatible_?driver|rocblas error: cannot read",
                            (_, hit) -> new Failure.GpuUnsupported(hit.line())),
                    when(
                            "commandbuffercallbackerror|memory access fault by gpu"
                                    + "|hsa_status_error",
                            (e, hit) -> new Failure.GpuFault(hit.line(), e.exit(), e.wasReady())),
                    when(
                            VIDEO
                                    + " error:? |device ?lost|vk::.*error|native api failed"
                                    + "|ggml_metal_init.*(?:error|failed)|kernel compile error"
                                    + "|command buffer \\d+ failed with status",
                            (e, hit) -> new Failure.GpuFault(hit.line(), e.exit(), e.wasReady())));
}

package dev.paddock.llama.process;

import static dev.paddock.llama.process.LogRule.when;

import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.VideoMemory;
import dev.paddock.engine.MemoryRequest;
import dev.paddock.llama.process.LogRule.Ended;
import dev.paddock.llama.process.LogRule.Hit;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine and the drivers below it say when memory runs out or a graphics card fails, by
 * the names of each vendor. Matched as loosely as {@link LogRules}.
 */
final class DeviceRules {
    private static final String VIDEO = "(?:cuda|rocm|hip|musa|cann|vulkan|metal|sycl|opencl)";

    private static final Pattern LAYERS = Pattern.compile("\\bn_layer +=\\s+(\\d{1,4})\\b");

    /** After these a process may live on, but computes no more. */
    private static final Pattern LOST =
            Pattern.compile(
                    "^(?:[\\d.]+ E )?\\S*(?:ggml_vulkan: device lost on|srv +update_slots:"
                            + " decode\\(\\) failed: .*devicelost)",
                    Pattern.CASE_INSENSITIVE);

    private DeviceRules() {}

    static Optional<Failure> lost(String line) {
        return LOST.matcher(line).find()
                ? Optional.of(new Failure.GpuFault(LogRule.bare(line), true))
                : Optional.empty();
    }

    /** On a card or in the machine's own memory: what helps is not the same. */
    private static Failure context(VideoMemory part, Ended ended, Hit hit) {
        return ended.request().flatMap(MemoryRequest::device).isPresent()
                ? outOfVideoMemory(part, ended, hit)
                : new Failure.ContextTooLarge(
                        ended.plan().value(EngineOptions.CONTEXT_SIZE),
                        hit.line(),
                        OptionalInt.empty(),
                        ended.request());
    }

    private static Failure outOfVideoMemory(VideoMemory part, Ended ended, Hit hit) {
        return new Failure.OutOfVideoMemory(part, layers(ended), hit.line(), ended.request());
    }

    /** The blocks of the model are known of those engines alone that log more than the usual. */
    private static OptionalInt layers(Ended ended) {
        return switch (ended.plan().value(EngineOptions.GPU_LAYERS)) {
            case GpuLayers.Count(int layers) -> OptionalInt.of(layers);
            case GpuLayers.None _ -> OptionalInt.empty();
            case GpuLayers.All _, GpuLayers.Auto _ ->
                    ended.lines().stream()
                            .map(LAYERS::matcher)
                            .filter(Matcher::find)
                            .mapToInt(found -> Integer.parseInt(found.group(1)) + 1)
                            .findFirst();
        };
    }

    static final List<LogRule> MEMORY =
            List.of(
                    when(
                            "pre-allocated tensor \\(cache_\\w+\\) in a buffer \\((\\w+)\\)"
                                    + " that cannot run",
                            (_, hit) -> new Failure.BufferTooLarge(hit.group(1), hit.line())),
                    when(
                            "failed to allocate (?:buffer for )?(?:the )?(?:kv|rs)\\b",
                            (e, hit) -> context(VideoMemory.KV_CACHE, e, hit)),
                    when(
                            "failed to allocate (?:buffer for )?(?:the )?compute\\b",
                            (e, hit) -> context(VideoMemory.COMPUTE_BUFFERS, e, hit)),
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
                            (e, hit) ->
                                    outOfVideoMemory(
                                            e.wasReady()
                                                    ? VideoMemory.UNKNOWN
                                                    : VideoMemory.WEIGHTS,
                                            e,
                                            hit)),
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
                            (e, hit) -> new Failure.GpuFault(hit.line(), e.wasReady())),
                    when(
                            VIDEO
                                    + " error:? |device ?lost|vk::.*error|native api failed"
                                    + "|ggml_metal_init.*(?:error|failed)|kernel compile error"
                                    + "|command buffer \\d+ failed with status",
                            (e, hit) -> new Failure.GpuFault(hit.line(), e.wasReady())));
}

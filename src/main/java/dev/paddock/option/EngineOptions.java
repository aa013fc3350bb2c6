package dev.paddock.option;

import static dev.paddock.option.Option.Group.ARGUMENTS;
import static dev.paddock.option.Option.Group.CONTEXT;
import static dev.paddock.option.Option.Group.MEMORY;
import static dev.paddock.option.Option.Group.NETWORK;
import static dev.paddock.option.Option.Group.SPEED;
import static dev.paddock.option.Option.Level.ADVANCED;
import static dev.paddock.option.Option.Level.BASIC;
import static dev.paddock.option.Option.Unit.NONE;
import static dev.paddock.option.Option.Unit.TOKENS;

import java.util.List;

/** What can be set for a start of the engine. */
public final class EngineOptions {
    public static final Option<Integer> PORT =
            new Option<>(
                    "port",
                    WholeNumber.between(1024, 65_535),
                    8080,
                    NONE,
                    Spelling.flags("--port"),
                    NETWORK,
                    BASIC);

    /** Tokens one conversation gets; automatic is what the model was trained with. */
    public static final Option<Integer> CONTEXT_SIZE =
            new Option<>(
                    "contextSize",
                    WholeNumber.between(1, 16_777_216).orAutomatic(0),
                    4096,
                    TOKENS,
                    Spelling.flags("--ctx-size", "-c"),
                    CONTEXT,
                    BASIC);

    /** Conversations the engine answers at the same time. */
    public static final Option<Integer> PARALLEL_SLOTS =
            new Option<>(
                    "parallelSlots",
                    WholeNumber.between(1, 64),
                    1,
                    NONE,
                    Spelling.flags("--parallel", "-np"),
                    CONTEXT,
                    BASIC);

    public static final Option<GpuLayers> GPU_LAYERS =
            new Option<>(
                    "gpuLayers",
                    new LayerCount(),
                    new GpuLayers.Auto(),
                    NONE,
                    Spelling.flags("--gpu-layers", "-ngl", "--n-gpu-layers"),
                    MEMORY,
                    BASIC);

    public static final Option<CacheType> CACHE_TYPE_K =
            new Option<>(
                    "cacheTypeK",
                    new Choice<>(CacheType.class),
                    CacheType.F16,
                    NONE,
                    Spelling.flags("--cache-type-k", "-ctk"),
                    MEMORY,
                    ADVANCED);

    /** Other than f16, bf16 and f32 it wants flash attention. */
    public static final Option<CacheType> CACHE_TYPE_V =
            new Option<>(
                    "cacheTypeV",
                    new Choice<>(CacheType.class),
                    CacheType.F16,
                    NONE,
                    Spelling.flags("--cache-type-v", "-ctv"),
                    MEMORY,
                    ADVANCED);

    public static final Option<LoadMode> LOAD_MODE =
            new Option<>(
                    "loadMode",
                    new Choice<>(LoadMode.class),
                    LoadMode.AUTO,
                    NONE,
                    Spelling.flags("--load-mode", "-lm"),
                    MEMORY,
                    ADVANCED);

    public static final Option<FlashAttention> FLASH_ATTENTION =
            new Option<>(
                    "flashAttention",
                    new Choice<>(FlashAttention.class),
                    FlashAttention.AUTO,
                    NONE,
                    Spelling.flags("--flash-attn", "-fa"),
                    SPEED,
                    ADVANCED);

    /** Tokens of a prompt handed over together. */
    public static final Option<Integer> BATCH_SIZE =
            new Option<>(
                    "batchSize",
                    WholeNumber.between(32, 65_536),
                    2048,
                    TOKENS,
                    Spelling.flags("--batch-size", "-b"),
                    SPEED,
                    ADVANCED);

    /** Tokens of a prompt worked on together; more want more memory. */
    public static final Option<Integer> PHYSICAL_BATCH_SIZE =
            new Option<>(
                    "physicalBatchSize",
                    WholeNumber.between(32, 65_536),
                    512,
                    TOKENS,
                    Spelling.flags("--ubatch-size", "-ub"),
                    SPEED,
                    ADVANCED);

    /** Threads that make an answer; automatic is one for each core. */
    public static final Option<Integer> THREADS =
            new Option<>(
                    "threads",
                    WholeNumber.between(1, 1024).orAutomatic(0),
                    0,
                    NONE,
                    Spelling.flags("--threads", "-t"),
                    SPEED,
                    ADVANCED);

    /** Threads that read a prompt; automatic is as many as make an answer. */
    public static final Option<Integer> BATCH_THREADS =
            new Option<>(
                    "batchThreads",
                    WholeNumber.between(1, 1024).orAutomatic(0),
                    0,
                    NONE,
                    Spelling.flags("--threads-batch", "-tb"),
                    SPEED,
                    ADVANCED);

    /** More arguments for those who know them; they come last and win. */
    public static final Option<String> EXTRA_ARGUMENTS =
            new Option<>(
                    "extraArguments",
                    new ArgumentLine(),
                    "",
                    NONE,
                    Spelling.flags("--extra-arguments"),
                    ARGUMENTS,
                    ADVANCED);

    public static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            PORT,
                            CONTEXT_SIZE,
                            PARALLEL_SLOTS,
                            GPU_LAYERS,
                            CACHE_TYPE_K,
                            CACHE_TYPE_V,
                            LOAD_MODE,
                            FLASH_ATTENTION,
                            BATCH_SIZE,
                            PHYSICAL_BATCH_SIZE,
                            THREADS,
                            BATCH_THREADS,
                            EXTRA_ARGUMENTS));

    private EngineOptions() {}
}

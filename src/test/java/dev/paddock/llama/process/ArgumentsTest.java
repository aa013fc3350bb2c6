package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.CacheType;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.FlashAttention;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.LoadMode;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ArgumentsTest {
    private static final Path MODEL = Path.of("/models/a b.gguf");
    private static final EngineHelp ALL =
            help("--metrics", "--no-ui", "--no-webui", "--cors-origins", "-t", "-ngl");

    private static final String HELP =
            """
            --host HOST             h
            --port PORT             p
            -m,    --model FNAME    m
            -c,    --ctx-size N     c
            -t,    --threads N      t
            -b,    --batch-size N   b
            """;

    private static EngineHelp help(String... flags) {
        var valued = Set.of("--host", "--port", "-m", "-c", "-t", "-ngl");
        var all = Stream.concat(Stream.of(flags), valued.stream()).collect(Collectors.toSet());
        return new EngineHelp(all, valued, false, Optional.empty());
    }

    private static List<String> of(Options settings, EngineHelp help) throws FailureException {
        var plan = new LaunchPlan(Path.of("/engine/llama-server"), MODEL, settings);
        return Arguments.of(
                plan, new Endpoint(settings.value(EngineOptions.PORT), new ApiKey("secret")), help);
    }

    @Test
    void saysEverythingTheSettingsSayAndNeverTheKey() throws FailureException {
        var settings =
                Options.of(EngineOptions.PORT, 9001)
                        .with(EngineOptions.CONTEXT_SIZE, 4096)
                        .with(EngineOptions.PARALLEL_SLOTS, 2)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.Count(7))
                        .with(EngineOptions.EXTRA_ARGUMENTS, "-t 1 'x y'");
        assertEquals(
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "9001",
                        "-m",
                        "/models/a b.gguf",
                        "-c",
                        "8192",
                        "-np",
                        "2",
                        "-ngl",
                        "7",
                        "--metrics",
                        "--no-ui",
                        "--cors-origins",
                        "localhost",
                        "-t",
                        "1",
                        "x y"),
                of(settings, ALL));
    }

    @Test
    void leavesOutWhatTheEngineDoesNotKnow() throws FailureException {
        assertEquals(
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "8080",
                        "-m",
                        "/models/a b.gguf",
                        "-c",
                        "4096",
                        "-np",
                        "1"),
                of(Options.EMPTY, EngineHelp.unknown()));
        var older = help("--no-webui");
        assertTrue(of(Options.EMPTY, older).contains("--no-webui"));
    }

    @Test
    void leavesAutomaticLayersToTheEngine() throws FailureException {
        assertFalse(of(Options.EMPTY, ALL).contains("-ngl"));
        assertTrue(layers(new GpuLayers.None()).contains("0"));
        assertTrue(layers(new GpuLayers.All()).contains("999"));
    }

    @Test
    void theProcessorAloneIsNoDeviceEither() throws FailureException {
        var none = Options.of(EngineOptions.GPU_LAYERS, new GpuLayers.None());
        var build = EngineHelp.parse(HELP + "-ngl, --gpu-layers N  n\n-dev,  --device <d>  d\n");
        assertTrue(String.join(" ", of(none, build)).contains("--gpu-layers 0 -dev none"));
        assertFalse(of(none, ALL).contains("none"));
        var seven = Options.of(EngineOptions.GPU_LAYERS, new GpuLayers.Count(7));
        assertFalse(of(seven, build).contains("-dev"));
    }

    @Test
    void optionsAreSaidInTheSpellingOfTheBuild() throws FailureException {
        var options =
                Options.of(EngineOptions.LOAD_MODE, LoadMode.NONE)
                        .with(EngineOptions.FLASH_ATTENTION, FlashAttention.ON)
                        .with(EngineOptions.BATCH_SIZE, 256)
                        .with(EngineOptions.THREADS, 0);
        var now = EngineHelp.parse(HELP + "-lm, --load-mode MODE  m\n-fa, --flash-attn V  f\n");
        assertTrue(
                String.join(" ", of(options, now))
                        .contains("--load-mode none --flash-attn on --batch-size 256"));
        var then = EngineHelp.parse(HELP + "--no-mmap   m\n-fa, --flash-attn   f\n");
        assertTrue(
                String.join(" ", of(options, then))
                        .contains("--no-mmap --flash-attn --batch-size 256"));
        assertFalse(of(options, now).contains("--threads"));
    }

    @Test
    void anOptionThisBuildDoesNotKnowIsNamed() {
        var options = Options.of(EngineOptions.CACHE_TYPE_K, CacheType.Q8_0);
        var refused =
                assertThrows(FailureException.class, () -> of(options, EngineHelp.parse(HELP)));
        assertEquals(
                new Failure.UnknownArgument("--cache-type-k", Optional.empty()), refused.failure());
    }

    private static List<String> layers(GpuLayers layers) throws FailureException {
        var arguments = of(Options.EMPTY.with(EngineOptions.GPU_LAYERS, layers), ALL);
        return arguments.subList(arguments.indexOf("-ngl"), arguments.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port 1", "-m x", "--api-key k", "--host=0.0.0.0 --host 0.0.0.0"})
    void refusesWhatWouldHideTheEngineFromUs(String extra) {
        var settings = Options.EMPTY.with(EngineOptions.EXTRA_ARGUMENTS, extra);
        var refused = assertThrows(FailureException.class, () -> of(settings, ALL));
        assertTrue(refused.failure() instanceof Failure.ReservedArgument, extra);
    }

    @Test
    void readsTheSpellingsOfAHelpText() {
        var help =
                EngineHelp.parse(
                        """
                        ----- common params -----

                        -h,    --help, --usage                  print usage and exit
                        -c,    --ctx-size N                     size of the prompt context --not-a-flag
                                                                (env: LLAMA_ARG_CTX_SIZE)
                        -kvo,  --kv-offload, -nkvo, --no-kv-offload
                                                                whether to offload
                        --ui,  --webui, --no-ui, --no-webui     whether to enable the Web UI
                        --draft, --draft-n, --draft-max N       the argument has been removed. use --spec
                        """);
        assertEquals(
                Set.of(
                        "-h",
                        "--help",
                        "--usage",
                        "-c",
                        "--ctx-size",
                        "-kvo",
                        "--kv-offload",
                        "-nkvo",
                        "--no-kv-offload",
                        "--ui",
                        "--webui",
                        "--no-ui",
                        "--no-webui"),
                help.flags());
    }

    @Test
    void anEqualsSignIsTakenForTheSpaceThatTheEngineWants() throws FailureException {
        var settings = Options.EMPTY.with(EngineOptions.EXTRA_ARGUMENTS, "-t=3 --metrics");

        assertTrue(String.join(" ", of(settings, ALL)).endsWith(" -t 3 --metrics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such", "-zz 1", "-t 1 --no-such", "--metrics --No"})
    void aFlagThisBuildDoesNotKnowIsRefused(String extra) {
        var settings = Options.EMPTY.with(EngineOptions.EXTRA_ARGUMENTS, extra);
        var known = ALL.withVersion(Optional.of("0.7.0"));
        var refused = assertThrows(FailureException.class, () -> of(settings, known));
        assertTrue(
                refused.failure() instanceof Failure.UnknownArgument(var flag, var version)
                        && extra.contains(flag)
                        && version.equals(Optional.of("0.7.0")),
                extra);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t -1", "-t --no-such", "--no_ui", "-1", "x --metrics"})
    void valuesAndOtherWordsAreNoUnknownFlags(String extra) throws FailureException {
        var arguments = of(Options.EMPTY.with(EngineOptions.EXTRA_ARGUMENTS, extra), ALL);
        assertTrue(String.join(" ", arguments).endsWith(extra), arguments.toString());
    }

    @Test
    void nothingIsRefusedWhereTheHelpCouldNotBeRead() throws FailureException {
        var settings = Options.EMPTY.with(EngineOptions.EXTRA_ARGUMENTS, "--no-such");
        assertTrue(of(settings, EngineHelp.unknown()).contains("--no-such"));
        var another = EngineHelp.parse("-v, --verbose   be loud\n-h, --help   help\n");
        assertTrue(of(settings, another).contains("--no-such"));
    }

    @Test
    void readsWhichFlagsWantAValue() {
        var help =
                EngineHelp.parse(
                        """
                        -fa,   --flash-attn [on|off|auto]       set Flash Attention use
                        -e,    --escape, --no-escape            whether to process
                        --spec-draft-hf, -hfd, --hf-repo-draft <user>/<model>[:quant]
                        --metrics                               enable
                        """);
        assertEquals(
                Set.of("-fa", "--flash-attn", "--spec-draft-hf", "-hfd", "--hf-repo-draft"),
                help.valued());
    }
}

package dev.paddock.integration;

import static dev.paddock.option.EngineOptions.BATCH_SIZE;
import static dev.paddock.option.EngineOptions.BATCH_THREADS;
import static dev.paddock.option.EngineOptions.CACHE_TYPE_K;
import static dev.paddock.option.EngineOptions.CACHE_TYPE_V;
import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.FLASH_ATTENTION;
import static dev.paddock.option.EngineOptions.LOAD_MODE;
import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PHYSICAL_BATCH_SIZE;
import static dev.paddock.option.EngineOptions.THREADS;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.CacheType;
import dev.paddock.option.Catalogue;
import dev.paddock.option.Choice;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.FlashAttention;
import dev.paddock.option.LoadMode;
import dev.paddock.option.Option;
import dev.paddock.option.WholeNumber;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each row of the catalogue of the engine's options is what the real engine takes. */
@Timeout(60)
class OptionsEngineTest {
    /** Paddock's own, or the flags of a tool beside the server. */
    private static final Set<String> NOT_OF_THE_SERVER =
            Set.of("--extra-arguments", "--extra-fields", "--stop", "--max-tokens", "--time-limit");

    private static Set<String> known;

    @TempDir Path folder;

    @BeforeAll
    static void readHelp() throws Exception {
        var process =
                new ProcessBuilder(RealEngine.executable().toString(), "--help")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        known =
                Pattern.compile("(?m)^(-.*?)(?:\\s{2}\\S.*)?$")
                        .matcher(text.replaceAll(",\\s+-", ",-"))
                        .results()
                        .flatMap(line -> Stream.of(line.group(1).split("[, ]")))
                        .filter(word -> word.startsWith("-"))
                        .collect(Collectors.toSet());
    }

    static List<Option<?>> everyRow() {
        return Catalogue.every().options();
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void itsFlagsAreThoseOfTheEngine(Option<?> row) {
        for (String flag : row.spelling().flags()) {
            assertTrue(NOT_OF_THE_SERVER.contains(flag) || known.contains(flag), flag);
        }
    }

    private LaunchPlan plan() throws Exception {
        return RealEngine.plan(RealEngine.tinyModel(folder), "-lv 4").with(THREADS, 1);
    }

    /** To its end: a ready engine may have written lines that are not read yet. */
    private static String logOf(LaunchPlan plan) throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(plan);
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            return engine.log();
        }
    }

    @ParameterizedTest(name = "{0} tokens for each of {1} conversations")
    @CsvSource({"4096, 1", "1000, 3", "0, 2"})
    void aConversationGetsTheContextThatIsSet(int size, int slots) throws Exception {
        var plan = plan().with(CONTEXT_SIZE, size).with(PARALLEL_SLOTS, slots);
        try (var engine = new RealEngine()) {
            var info = engine.start(plan).info();
            int trained = 131_072;
            int padded = size == 0 ? trained : Math.ceilDiv(size, 256) * 256;
            assertEquals(padded, info.contextPerSlot());
            assertEquals(slots, info.slots());
            assertEquals(
                    List.of(padded),
                    engine.monitor.slots().orElseThrow().stream()
                            .map(slot -> slot.contextSize())
                            .distinct()
                            .toList());
            engine.awaitLogged(Pattern.compile("kv_unified = 'false'"));
        }
    }

    @Test
    void numbersReachTheEngine() throws Exception {
        String log =
                logOf(
                        plan().with(BATCH_SIZE, 256)
                                .with(PHYSICAL_BATCH_SIZE, 128)
                                .with(THREADS, 1)
                                .with(BATCH_THREADS, 2)
                                .with(FLASH_ATTENTION, FlashAttention.OFF));
        assertTrue(Pattern.compile("n_batch += 256").matcher(log).find(), log);
        assertTrue(Pattern.compile("n_ubatch += 128").matcher(log).find(), log);
        assertTrue(Pattern.compile("n_threads = 1\\b").matcher(log).find(), log);
        assertTrue(log.contains("n_threads_batch = 2"), log);
        assertTrue(Pattern.compile("flash_attn += disabled").matcher(log).find(), log);
    }

    /** With one of the load modes each, so that all of them start as well. */
    @ParameterizedTest
    @EnumSource(CacheType.class)
    void everyCacheTypeAndLoadModeStarts(CacheType type) throws Exception {
        var modes = LoadMode.values();
        String log =
                logOf(
                        plan().with(CACHE_TYPE_K, type)
                                .with(CACHE_TYPE_V, type)
                                .with(LOAD_MODE, modes[type.ordinal() % modes.length]));
        String name = type.spelling();
        assertTrue(
                Pattern.compile("(?i)K \\(" + name + "\\).*V \\(" + name + "\\)")
                        .matcher(log)
                        .find(),
                log);
    }

    @Test
    void theEndsOfEachRangeAreTaken() throws Exception {
        for (boolean least : new boolean[] {true, false}) {
            var plan = plan().with(CONTEXT_SIZE, 256);
            for (var row : List.of(BATCH_SIZE, PHYSICAL_BATCH_SIZE)) {
                var range = (WholeNumber) row.kind();
                plan = plan.with(row, least ? range.least() : range.most());
            }
            logOf(plan);
        }
    }

    @Test
    void usualValuesAreThoseOfTheEngine() throws Exception {
        String unset = logOf(plan());
        var plan = plan();
        for (var row : EngineOptions.CATALOGUE.options()) {
            plan = plan.options().has(row) ? plan : withUsual(plan, row);
        }
        String set = logOf(plan);
        for (String figure : List.of("n_batch ", "n_ubatch ", "llama_kv_cache: size")) {
            assertEquals(line(unset, figure), line(set, figure));
        }
    }

    private static <T> LaunchPlan withUsual(LaunchPlan plan, Option<T> row) {
        return row.kind() instanceof Choice<?> || row.kind() instanceof WholeNumber
                ? plan.with(row, row.usual())
                : plan;
    }

    private static String line(String log, String figure) {
        return log.lines()
                .filter(line -> line.contains(figure))
                .findFirst()
                .map(line -> line.substring(line.indexOf(figure)))
                .orElseThrow(() -> new AssertionError("no " + figure + " in " + log));
    }
}

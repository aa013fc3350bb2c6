package dev.paddock.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What must be true of every row, whatever is in it. */
final class CatalogueTest {
    private static final long SEED = 20261130;

    static List<Option<?>> rows() {
        return Catalogue.every().options();
    }

    @ParameterizedTest
    @MethodSource("rows")
    <T> void itsUsualValueIsAllowed(Option<T> row) {
        assertTrue(row.kind().allows(row.usual()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    <T> void textIsReadAsTheValueItWasWrittenFrom(Option<T> row) {
        for (T value : OptionValues.of(row, new Random(SEED))) {
            assertTrue(row.kind().allows(value), () -> row + " allows " + value);
            assertEquals(new Parsed.Valid<>(value), row.parse(row.format(value)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    <T> void jsonIsReadAsTheValueItWasWrittenFrom(Option<T> row) {
        for (T value : OptionValues.of(row, new Random(SEED))) {
            var options = Options.of(row, value);
            var read = Options.fromJson(options.toJson(), Catalogue.every());
            assertEquals(options, read.options());
            assertEquals(List.of(), read.invalid());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anythingAtAllIsReadOrRefusedWithoutAnException(Option<?> row) {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(20), 0, 128).forEach(c -> text.append((char) c));
            row.parse(text.toString());
            row.fromJson(text.toString());
        }
        for (Object odd :
                List.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        new java.math.BigDecimal("1e999999999"),
                        Long.MAX_VALUE,
                        true,
                        List.of(List.of()),
                        Optional.empty())) {
            row.fromJson(odd);
        }
        row.parse("9".repeat(100_000));
        row.parse("[".repeat(100_000));
        row.parse("{\"a\":".repeat(100_000));
        row.parse("\"" + "\\\"".repeat(100_000) + "\" 1");
    }

    @ParameterizedTest
    @CsvSource({
        "port, 1023",
        "port, 65536",
        "port, 8080.5",
        "port, ''",
        "port, http",
        "contextSize, -1",
        "contextSize, 16777217",
        "parallelSlots, 0",
        "gpuLayers, -2",
        "gpuLayers, 10001",
        "gpuLayers, most",
        "loadMode, slow",
        "extraArguments, --a \"b",
        "temperature, 2.01",
        "temperature, -0.1",
        "temperature, NaN",
        "temperature, ''",
        "topP, 1.1",
        "seed, 4294967295",
        "seed, -2",
        "mirostat, 3",
        "logitBias, 5",
        "logitBias, 5 101",
        "logitBias, Hello 1",
        "extraFields, []",
        "extraFields, {\"a\":01}",
        "extraFields, {\"a\":1} 2"
    })
    void whatIsNotAllowedIsNamedWithItsOption(String key, String text) {
        var row = Catalogue.every().byKey(key).orElseThrow();
        var refused = assertInstanceOf(Parsed.Invalid.class, row.parse(text));
        assertEquals(new InvalidValue(row, text), refused.problem());
    }

    @ParameterizedTest
    @CsvSource({
        "contextSize, 0, auto",
        "gpuLayers, -1, all",
        "gpuLayers, 0, none",
        "gpuLayers, '', auto",
        "maxTokens, '', auto",
        "temperature, '0,25', 0.25",
        "temperature, ' 1.50 ', 1.5",
        "loadMode, MMAP, mmap",
        "logitBias, 15043-1, 15043 -1",
        "logitBias, '7   false', 7 never"
    })
    void otherWaysOfWritingAreUnderstood(String key, String text, String written) {
        assertEquals(
                Optional.of(written), rewritten(Catalogue.every().byKey(key).orElseThrow(), text));
    }

    private static <T> Optional<String> rewritten(Option<T> row, String text) {
        return row.parse(text).toOptional().map(row::format);
    }

    @Test
    void noTwoRowsShareAName() {
        var keys = new HashSet<String>();
        var flags = new HashSet<String>();
        var fields = new HashSet<String>();
        for (var row : rows()) {
            assertTrue(keys.add(row.key()), row::key);
            row.spelling().flags().forEach(flag -> assertTrue(flags.add(flag), flag));
            row.field().ifPresent(field -> assertTrue(fields.add(field), field));
        }
    }

    @Test
    void whatTheSystemsItGrewFromLetPeopleSetOfAnAnswerIsThere() {
        for (String field :
                List.of(
                        "temperature",
                        "top_p",
                        "top_k",
                        "max_tokens",
                        "repeat_penalty",
                        "min_p",
                        "typical_p",
                        "mirostat",
                        "mirostat_tau",
                        "mirostat_eta",
                        "dynatemp_range",
                        "xtc_probability",
                        "dry_multiplier",
                        "seed",
                        "stop",
                        "presence_penalty",
                        "frequency_penalty",
                        "logit_bias")) {
            assertTrue(
                    SamplingOptions.CATALOGUE.options().stream()
                            .anyMatch(row -> row.field().equals(Optional.of(field))),
                    field);
        }
    }

    @Test
    void whatTheSystemsItGrewFromLetPeopleSetOfAnEngineIsThere() {
        for (String flag :
                List.of(
                        "--port",
                        "--ctx-size",
                        "--parallel",
                        "--gpu-layers",
                        "--batch-size",
                        "--ubatch-size",
                        "--threads",
                        "--load-mode",
                        "--flash-attn",
                        "--cache-type-k",
                        "--cache-type-v")) {
            assertTrue(EngineOptions.CATALOGUE.byFlag(flag).isPresent(), flag);
        }
    }

    @Test
    void eachIsFoundByTheNamesOfOthers() {
        var every = Catalogue.every();
        assertEquals(Optional.of(EngineOptions.CONTEXT_SIZE), every.byOtherName("ctx_size"));
        assertEquals(Optional.of(EngineOptions.GPU_LAYERS), every.byOtherName("n_gpu_layers"));
        assertEquals(Optional.of(SamplingOptions.MAX_TOKENS), every.byOtherName("n_predict"));
        assertEquals(Optional.of(SamplingOptions.TOP_P), every.byOtherName("--top-p"));
        assertFalse(every.byOtherName("whatever").isPresent());
    }
}

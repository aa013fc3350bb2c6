package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.Role;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.model.TinyModel;
import dev.paddock.option.LogitBias;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.option.WholeNumber;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Each row of the catalogue of sampling options is a field that the real engine takes: it says
 * afterwards what it went by.
 */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class SamplingEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fields the engine does not repeat, or not by the same name. */
    private static final Map<String, String> REPEATED_AS = Map.of("max_tokens", "n_predict");

    private final HttpClient http = HttpClient.newHttpClient();
    private Process engine;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        port = TestPorts.next();
        var model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        var program = Path.of(System.getProperty("paddock.engine", "engine"), "llama-server");
        engine =
                new ProcessBuilder(
                                program.toAbsolutePath().toString(),
                                "--port",
                                Integer.toString(port),
                                "-m",
                                model.toString(),
                                "-c",
                                "512",
                                "-np",
                                "1",
                                "-t",
                                "1")
                        .redirectErrorStream(true)
                        .start();
        for (var line : (Iterable<String>) engine.inputReader().lines()::iterator) {
            if (line.contains("server is listening") || line.contains("listening on")) {
                break;
            }
        }
        Thread.ofVirtual().start(() -> engine.inputReader().lines().forEach(_ -> {}));
        for (int code = 503; code == 503; ) {
            code = get("/health").statusCode();
        }
    }

    @AfterAll
    void stop() {
        engine.destroyForcibly();
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> ask(Options options) throws Exception {
        var turn = new ChatRequest.Turn(Role.USER, "Hello");
        var few = options.has(SamplingOptions.MAX_TOKENS) ? options : options.over(FEW);
        var body = ChatBody.of(new ChatRequest("", List.of(turn), few), new JsonFactory());
        var request =
                HttpRequest.newBuilder(at("/v1/chat/completions"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static final Options FEW = Options.of(SamplingOptions.MAX_TOKENS, 2);

    /** What the one slot says it last went by. */
    private JsonNode wentBy() throws Exception {
        var params = JSON.readTree(get("/slots").body()).get(0).get("params");
        return params;
    }

    /** Those that go to the engine. */
    static List<Option<?>> numbers() {
        return SamplingOptions.CATALOGUE.options().stream()
                .filter(row -> row.usual() instanceof Number && row.field().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    <T> void theEngineGoesByTheValueThatIsSet(Option<T> row) throws Exception {
        T value = row.parse(another(row)).toOptional().orElseThrow();
        assertEquals(200, ask(Options.of(row, value)).statusCode());
        String field = row.field().orElseThrow();
        var repeated = wentBy().get(REPEATED_AS.getOrDefault(field, field));
        assertTrue(repeated != null, () -> "no " + field);
        assertEquals(((Number) value).doubleValue(), repeated.asDouble(), 1e-6, field);
    }

    /** An allowed value that is not the usual one. */
    private static String another(Option<?> row) {
        return switch (row.key()) {
            case "dryBase" -> "2.5";
            case "maxTokens" -> "3";
            case "seed" -> "7";
            default ->
                    row.kind() instanceof WholeNumber(int least, _, _) ? "" + (least + 1) : "0.25";
        };
    }

    @Test
    void usualValuesAreThoseOfTheEngine() throws Exception {
        var defaults =
                JSON.readTree(get("/props").body())
                        .get("default_generation_settings")
                        .get("params");
        for (var row : numbers()) {
            String field = row.field().orElseThrow();
            var usual = defaults.get(REPEATED_AS.getOrDefault(field, field));
            assertTrue(usual != null, () -> "no " + field + " in " + defaults);
            if (!row.key().equals("seed")) {
                assertEquals(((Number) row.usual()).doubleValue(), usual.asDouble(), 1e-6, field);
            }
        }
    }

    @Test
    void textsAndObjectsReachTheEngine() throws Exception {
        var biases =
                List.of(
                        new LogitBias(new LogitBias.Token.Id(5), LogitBias.NEVER),
                        new LogitBias(new LogitBias.Token.Id(7), 1.5));
        var options =
                Options.of(SamplingOptions.STOP_SEQUENCES, List.of("END", "\n\n"))
                        .with(SamplingOptions.DRY_SEQUENCE_BREAKERS, List.of("\n", "x"))
                        .with(SamplingOptions.LOGIT_BIAS, biases)
                        .with(
                                SamplingOptions.EXTRA_FIELDS,
                                Map.of("top_n_sigma", 1.5, "min_keep", 3, "verbose", true));
        var answer = ask(options);
        assertEquals(200, answer.statusCode(), answer.body());
        var wentBy = settings(answer.body());
        assertEquals("[\"END\",\"\\n\\n\"]", wentBy.get("stop").toString());
        assertEquals("[\"\\n\",\"x\"]", wentBy.get("dry_sequence_breakers").toString());
        // JSON has no negative infinity.
        assertEquals(
                "[{\"bias\":null,\"token\":5},{\"bias\":1.5,\"token\":7}]",
                wentBy.get("logit_bias").toString());
        assertEquals(1.5, wentBy.get("top_n_sigma").asDouble(), 1e-6);
        assertEquals(3, wentBy.get("min_keep").asInt());
    }

    /** What a talkative answer says at its end that it went by. */
    private static JsonNode settings(String stream) {
        return stream.lines()
                .filter(line -> line.contains("\"generation_settings\""))
                .map(line -> JSON.readTree(line.substring("data: ".length())))
                .map(chunk -> chunk.get("__verbose").get("generation_settings"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stream));
    }

    @Test
    void extraFieldsWinButCannotBreakTheStream() throws Exception {
        var extra = Map.<String, Object>of("temperature", 1.75, "stream", false, "messages", "no");
        var answer =
                ask(
                        Options.of(SamplingOptions.TEMPERATURE, 0.5)
                                .with(SamplingOptions.EXTRA_FIELDS, extra));
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("data: [DONE]"), answer.body());
        assertEquals(1.75, wentBy().get("temperature").asDouble(), 1e-6);
    }

    @Test
    void aWholeAnswerOfOneSeedComesAgain() throws Exception {
        var seeded =
                Options.of(SamplingOptions.SEED, 4_000_000_000L)
                        .with(SamplingOptions.MAX_TOKENS, 12);
        assertEquals(words(ask(seeded).body()), words(ask(seeded).body()));
        assertEquals(4_000_000_000L, wentBy().get("seed").asLong());
    }

    private static List<String> words(String stream) {
        return stream.lines()
                .filter(line -> line.contains("\"content\":\""))
                .map(line -> line.replaceAll(".*\"content\":\"(.*?)\"[,}].*", "$1"))
                .toList();
    }
}

package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.EngineWarning.Exposure;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ReservedArgument.Reason;
import dev.paddock.engine.FailureException;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Every spelling of what only the app may set, and what the real engine makes of each. */
@DisabledOnOs(OS.WINDOWS)
class ReservedArgumentsTest {
    private static final Path ENGINE =
            Path.of(System.getProperty("paddock.engine", "engine"), "llama-server")
                    .toAbsolutePath();

    private static final Map<String, String> RESERVED =
            Map.of(
                    "--host", "0.0.0.0",
                    "--port", "1",
                    "--api-key", "x",
                    "--api-key-file", "/x",
                    "--api-prefix", "/x",
                    "--ssl-key-file", "/x",
                    "--ssl-cert-file", "/x",
                    "--model", "x",
                    "--models-dir", "/",
                    "--hf-repo", "a/b");

    private static final List<String> AMONG = List.of("-t 1", "--no-ui", "--temp 0.5", "");
    private static final int ROUNDS = 400;
    private static final int ASKED_OF_THE_ENGINE = 40;

    private final EngineHelp help = new HelpCache().of(ENGINE);
    private final Random random = new Random(14);

    private static Failure failure(String extra, EngineHelp help) {
        return assertThrows(FailureException.class, () -> arguments(extra, help), extra).failure();
    }

    private static List<String> arguments(String extra, EngineHelp help) throws FailureException {
        return Arguments.of(plan(extra), new Endpoint(8080, new ApiKey("secret")), help);
    }

    private static LaunchPlan plan(String extra) {
        var options = Options.of(EngineOptions.EXTRA_ARGUMENTS, extra);
        return new LaunchPlan(ENGINE, Path.of("/m.gguf"), options);
    }

    @Test
    void everySpellingIsRefusedForItsReasonAndCanBeTakenOutAgain() {
        assertTrue(help.known(), "the engine's help was not read");
        var names = RESERVED.keySet().stream().sorted().toList();
        for (int i = 0; i < ROUNDS; i++) {
            var name = names.get(random.nextInt(names.size()));
            var said = respelled(name) + separator() + RESERVED.get(name);
            var before = AMONG.get(random.nextInt(AMONG.size()));
            var after = AMONG.get(random.nextInt(AMONG.size()));
            var extra = before + " " + said + " " + after;
            for (var knowledge : List.of(help, EngineHelp.unknown())) {
                var refused =
                        assertInstanceOf(Failure.ReservedArgument.class, failure(extra, knowledge));
                var rest = ArgumentLine.without(extra, refused.argument());
                assertEquals(ArgumentLine.split(before + " " + after), ArgumentLine.split(rest));
            }
        }
    }

    /** Whatever it takes, in whatever spelling: nothing of it gets past. */
    @Test
    void whatTheEngineTakesIsRefusedBeforeItSeesIt() throws Exception {
        int taken = 0;
        var names = RESERVED.keySet().stream().sorted().toList();
        for (int i = 0; i < ASKED_OF_THE_ENGINE; i++) {
            var name = names.get(i % names.size());
            var flag = i % 4 == 0 ? name.substring(0, name.length() - 1) : respelled(name);
            var words = ArgumentLine.split(flag + separator() + RESERVED.get(name));
            if (takes(words)) {
                taken++;
                var extra = String.join(" ", words);
                assertInstanceOf(Failure.ReservedArgument.class, failure(extra, help), extra);
            }
        }
        assertTrue(taken > 0, "it took none");
    }

    /** It reads all its arguments before it says its version. */
    private static boolean takes(List<String> words) throws Exception {
        var command = new ArrayList<String>(List.of(ENGINE.toString()));
        command.addAll(words);
        command.add("--version");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        EngineEnvironment.clean(builder);
        var process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), command.toString());
        return process.exitValue() == 0;
    }

    private String separator() {
        return random.nextBoolean() ? " " : "=";
    }

    private String respelled(String name) {
        var said = new StringBuilder("--");
        for (char letter : name.substring(2).toCharArray()) {
            said.append(letter == '-' && random.nextBoolean() ? '_' : letter);
        }
        return switch (random.nextInt(4)) {
            case 0 -> said.toString().toUpperCase(Locale.ROOT);
            case 1 -> '\u2014' + said.substring(2);
            default -> said.toString();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "-m x, CHOOSES_MODEL, -m",
        "-hf a/b, CHOOSES_MODEL, -hf",
        "--gpt-oss-20b-default, CHOOSES_MODEL, --gpt-oss-20b-default",
        "--api-key=secret, REACHES_ENGINE, --api-key",
        "-fa --api_key x, REACHES_ENGINE, --api_key",
        "--list-devices, ENDS_AT_ONCE, --list-devices",
        "-h, ENDS_AT_ONCE, -h",
    })
    void theReasonIsSaidAndNeverTheValue(String extra, Reason reason, String argument) {
        assertEquals(new Failure.ReservedArgument(argument, reason), failure(extra, help));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--chat-template --host", "--alias -m", "-t 1", "--temp 0.5 -np 2"})
    void valuesThatLookLikeThemAreNone(String extra) throws FailureException {
        assertTrue(String.join(" ", arguments(extra, help)).endsWith(extra));
    }

    @ParameterizedTest
    @CsvSource({
        "--cors_origins *, --cors_origins, WEB_PAGES",
        "--cors-origins http://example.org, --cors-origins, WEB_PAGES",
        "--tools all, --tools, TOOLS",
        "--media_path /home, --media_path, FILES",
        "--log-prompts-dir /tmp, --log-prompts-dir, PROMPTS",
        "--rpc 192.0.2.1:50052, --rpc, WORKERS",
    })
    void whatWeakensPrivacyIsSaidOfTheRunningEngine(
            String extra, String argument, Exposure exposed) {
        assertEquals(
                List.of(new EngineWarning.PrivacyWeakened(argument, exposed)), warnings(extra));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cors-origins localhost",
                "--rpc 127.0.0.1:50052",
                "-t 1",
                "--cors-origins http://localhost:8080"
            })
    void whatStaysOnThisComputerIsNot(String extra) {
        assertEquals(List.of(), warnings(extra));
    }

    private static List<EngineWarning> warnings(String extra) {
        return WarningRules.of(plan(extra), new EngineInfo("m", 4096, 1, "b"), List.of());
    }
}

package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.llama.process.Layers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A person's own settings for llama-server must not move the engine away from where we look. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class MisleadingEnvironmentTest {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private static final List<String> MISLEADING =
            List.of(
                    "LLAMA_ARG_API_PREFIX",
                    "LLAMA_ARG_API_KEY_FILE",
                    "LLAMA_ARG_SSL_KEY_FILE",
                    "LLAMA_ARG_SSL_CERT_FILE",
                    "LLAMA_ARG_CTX_SIZE",
                    "LLAMA_ARG_HOST",
                    "LLAMA_CACHE",
                    "LLAMA_NO_SUCH_VARIABLE",
                    "LLAMA_SERVER_ROUTER_PORT");

    private static final String NOT_OURS_TO_TAKE = "GGML_VK_VISIBLE_DEVICES";

    @TempDir Path folder;

    @Test
    void theEngineBecomesReadyWhereWeLookAndTheLogSaysWhatWasLeftOut() throws Exception {
        var environment = new HashMap<String, String>();
        MISLEADING.forEach(name -> environment.put(name, "elsewhere"));
        environment.put(NOT_OURS_TO_TAKE, "0");
        try (var app = app(environment)) {
            app.await(Moment.READY);
            var variables = ofTheEngine(app);
            assertTrue(variables.contains(NOT_OURS_TO_TAKE + "=0"), variables::toString);
            assertEquals(List.of(), variables.stream().filter(this::misleads).toList());
            var log = Files.readString(folder.resolve(EngineOwner.LOG));
            var told = "left out of the engine's environment: ";
            var names = MISLEADING.stream().sorted().collect(Collectors.joining(", "));
            assertTrue(log.contains(told + names), log);
            assertFalse(log.contains("elsewhere"), "a value may be a key");
        }
    }

    private AppProcess app(Map<String, String> environment) throws Exception {
        return new AppProcess(
                QUICK, RealEngine.executable(), folder, Moment.READY, Layers.NONE, environment);
    }

    /** The environment of the process that has a key of ours. */
    private static List<String> ofTheEngine(AppProcess app) throws Exception {
        return app.running().stream()
                .map(app::environment)
                .filter(all -> all.stream().anyMatch(each -> each.startsWith("LLAMA_API_KEY=")))
                .findFirst()
                .orElseThrow();
    }

    private boolean misleads(String variable) {
        return MISLEADING.contains(variable.split("=")[0]);
    }
}

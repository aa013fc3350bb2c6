package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.faults.Fault;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.CodeDisplay;
import dev.paddock.settings.CommandLineOptions;
import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.ModelSelection;
import dev.paddock.settings.OpenParts;
import dev.paddock.settings.OptionSettings;
import dev.paddock.settings.Presentation;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class JsonSettingsTest {
    private static final CodeDisplay CODE = new CodeDisplay(true, true);
    private static final Path MODEL = Path.of("/models/ü x.gguf");

    private static final Options OPTIONS =
            Options.of(EngineOptions.PORT, 9000)
                    .with(EngineOptions.CONTEXT_SIZE, 8192)
                    .with(EngineOptions.PARALLEL_SLOTS, 3)
                    .with(EngineOptions.GPU_LAYERS, new GpuLayers.Count(12))
                    .with(EngineOptions.EXTRA_ARGUMENTS, "--mlock 'a b'")
                    .with(SamplingOptions.TEMPERATURE, 0.3);

    private static final OpenParts OPEN = new OpenParts(false, false, true, Optional.of("an id"));

    /** Everything set to something else than the usual. */
    static final Settings FULL =
            new Settings(
                    Optional.of(Path.of("/opt/engine")),
                    new ModelSelection(
                            Optional.of(MODEL),
                            List.of(MODEL, Path.of("/models/b.gguf")),
                            new ModelLoading(When.ON_MESSAGE, true, Set.of(MODEL))),
                    new OptionSettings(
                            CommandLineOptions.NONE,
                            OPTIONS,
                            Map.of(MODEL, Options.of(EngineOptions.PARALLEL_SLOTS, 2)),
                            List.of(
                                    new Preset.Named(
                                            "Brief", Options.of(SamplingOptions.MAX_TOKENS, 50)))),
                    Sharing.OFF.switched(true),
                    new HealthPolicy(true, false, Optional.of(Duration.ofMinutes(5))),
                    new Presentation(
                            Appearance.DARK, Optional.of("pt-BR"), new Zoom(150), CODE, false),
                    new WindowPlace(-5, 7.5, 900, 700, true, OPEN));

    @TempDir Path folder;
    private Path file;
    private JsonSettings store;

    @BeforeEach
    void open() {
        file = folder.resolve("settings.json");
        store = at("2026-01-02T03:04:05Z");
    }

    @Test
    void startsWithTheDefaults() {
        var loaded = store.load();
        assertEquals(Settings.DEFAULT, loaded.settings());
        assertEquals(Optional.empty(), loaded.putAside());
    }

    @Test
    void keepsEverySetting() {
        store.save(FULL);
        var loaded = at("2026-01-02T03:04:05Z").load();
        assertEquals(FULL, loaded.settings());
        assertEquals(List.of(), loaded.refused());
        store.save(Settings.DEFAULT);
        assertEquals(Settings.DEFAULT, store.load().settings());
    }

    @Test
    void leavesNothingElseInTheFolder() throws Exception {
        store.save(FULL);
        store.save(Settings.DEFAULT);
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void putsAnUnreadableFileAsideAndNeverLosesIt() throws Exception {
        for (String content : List.of("", "{", "[1]", "\0\0\0\0", "{} x", "[".repeat(100_000))) {
            Files.writeString(file, content);
            var loaded = store.load();
            assertEquals(Settings.DEFAULT, loaded.settings());
            assertEquals(content, Files.readString(loaded.putAside().orElseThrow()));
            store.save(FULL);
            assertEquals(FULL, store.load().settings());
        }
        assertTrue(Files.exists(folder.resolve("settings.unreadable-20260102-030405.json")));
        assertTrue(Files.exists(folder.resolve("settings.unreadable-20260102-030405-6.json")));
    }

    @Test
    void oneBadValueSpoilsNoOther() throws Exception {
        store.save(FULL);
        String bad =
                Files.readString(file)
                        .replace("9000", "80")
                        .replace(" 12", " \"many\"")
                        .replace("900.0", "\"wide\"")
                        .replace("\"dark\"", "7")
                        .replace("\"/models/b.gguf\"", "false");
        Files.writeString(file, bad);
        var loaded = store.load();
        assertEquals(
                List.of("false", "80", "many", "7", "wide"),
                loaded.refused().stream().map(RefusedValue::given).toList());
        assertEquals(FULL.model(), loaded.settings().model());
        assertEquals(
                OPTIONS.without(EngineOptions.PORT).without(EngineOptions.GPU_LAYERS),
                loaded.settings().options().app());
        assertEquals(700, loaded.settings().window().height());
    }

    @Test
    void keepsWhatANewerVersionWrote() throws Exception {
        Files.writeString(
                file,
                """
                {"voice": {"on": true},
                 "options": {"port": 9000, "tls": 1},
                 "modelOptions": {"/m.gguf": {"flux": [2]}},
                 "sharing": {"until": "noon"}}
                """);
        var loaded = store.load().settings();
        assertEquals(9000, loaded.options().app().value(EngineOptions.PORT));
        store.save(loaded.with(EngineOptions.PORT, 9001));
        String now = Files.readString(file);
        for (String kept : List.of("\"voice\"", "\"tls\"", "\"flux\"", "\"until\"", "9001")) {
            assertTrue(now.contains(kept), now);
        }
    }

    /** As the first version wrote it, whatever was set. */
    private static String firstVersion(int context, int slots, String port) {
        return """
        {"engine": "/opt/engine", "model": "/models/b.gguf",
         "recentModels": ["/models/b.gguf"], "appearance": "dark",
         "server": {"port": %s, "contextSize": %d, "parallelSlots": %d,
                    "gpuLayers": "all", "extraArguments": "-t 4", "shared": true,
                    "sharedKey": "%s", "tls": 1},
         "care": {"restartUnresponsive": true, "checkAfterStart": false,
                  "checkEveryMinutes": 5},
         "window": {"width": 900.0, "height": 700.0, "maximized": true}}
        """
                .formatted(port, context, slots, KEY);
    }

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void readsTheFileOfTheFirstVersionWithNothingLost() throws Exception {
        Files.writeString(file, firstVersion(8192, 2, "9000"));
        var loaded = store.load();
        var settings = loaded.settings();
        var app =
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 4096)
                        .with(EngineOptions.PARALLEL_SLOTS, 2)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.All())
                        .with(EngineOptions.EXTRA_ARGUMENTS, "-t 4");
        EngineOptions.CATALOGUE
                .options()
                .forEach(
                        option ->
                                assertEquals(
                                        app.value(option), settings.options().app().value(option)));
        assertEquals(new Sharing(true, Optional.of(new NetworkKey(KEY))), settings.sharing());
        assertEquals(FULL.health(), settings.health());
        assertEquals(Map.of("server.contextSize", "options.contextSize"), loaded.renamed());
        assertEquals(List.of(), loaded.refused());
        store.save(settings);
        assertEquals(settings, store.load().settings());
        String now = Files.readString(file);
        assertTrue(now.contains("\"tls\"") && !now.contains("\"server\""), now);
        assertTrue(!now.contains("\"care\""), now);
    }

    @Test
    void whatTheFirstVersionWroteUnaskedIsNotAChoice() throws Exception {
        Files.writeString(file, firstVersion(4096, 1, "8080").replace("\"all\"", "\"auto\""));
        var loaded = store.load();
        assertEquals(
                Set.of(EngineOptions.EXTRA_ARGUMENTS), loaded.settings().options().app().set());
        assertEquals(Map.of(), loaded.renamed());
    }

    @Test
    void namesOfOthersAreTranslatedAndTold() throws Exception {
        Files.writeString(
                file,
                """
                {"options": {"ctx_size": 2048, "top_p": 0.5},
                 "modelOptions": {"/m.gguf": {"n_gpu_layers": 7}}}
                """);
        var loaded = store.load();
        assertEquals(
                Options.of(EngineOptions.CONTEXT_SIZE, 2048).with(SamplingOptions.TOP_P, 0.5),
                loaded.settings().options().app());
        assertEquals(
                Map.of(
                        "options.ctx_size",
                        "options.contextSize",
                        "options.top_p",
                        "options.topP",
                        "modelOptions./m.gguf.n_gpu_layers",
                        "modelOptions./m.gguf.gpuLayers"),
                loaded.renamed());
    }

    @Test
    void theCommandLineIsNotKept() throws Exception {
        store.save(
                Settings.DEFAULT.withOptions(
                        all -> all.withCommandLine(Options.of(EngineOptions.PARALLEL_SLOTS, 7))));
        assertTrue(!Files.readString(file).contains("parallelSlots"));
    }

    @Test
    void followsASymbolicLink() throws Exception {
        Path real = Files.writeString(folder.resolve("real.json"), "{}");
        Files.createSymbolicLink(file, real);
        store.save(FULL);
        assertTrue(Files.isSymbolicLink(file));
        assertArrayEquals(Files.readAllBytes(real), Files.readAllBytes(file));
    }

    @Test
    @Fault(66)
    void saysWhenItCannotWrite() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        var impossible = new JsonSettings(blocked.resolve("settings.json"));
        assertThrows(UncheckedIOException.class, () -> impossible.save(FULL));
    }

    @Test
    void whateverTheFileHoldsItIsReadOrKept() throws Exception {
        store.save(FULL);
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(3);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = Arrays.copyOf(whole, whole.length - random.nextInt(20));
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            Files.write(file, bytes);
            var aside = store.load().putAside();
            byte[] found = Files.readAllBytes(aside.orElse(file));
            assertArrayEquals(bytes, found);
            if (aside.isPresent()) {
                Files.delete(aside.get());
            }
        }
    }

    private JsonSettings at(String instant) {
        return new JsonSettings(file, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}

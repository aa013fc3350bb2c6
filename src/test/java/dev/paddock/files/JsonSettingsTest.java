package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.ServerSettings;
import dev.paddock.engine.Sharing;
import dev.paddock.faults.Fault;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;

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
import java.util.Optional;
import java.util.Random;

class JsonSettingsTest {
    private static final Settings FULL =
            new Settings(
                    Optional.of(Path.of("/opt/engine")),
                    Optional.of(Path.of("/models/ü x.gguf")),
                    List.of(Path.of("/models/ü x.gguf"), Path.of("/models/b.gguf")),
                    new ServerSettings(
                            9000,
                            8192,
                            3,
                            new GpuLayers.Count(12),
                            "--mlock 'a b'",
                            Sharing.OFF.switched(true)),
                    new HealthPolicy(true, false, Optional.of(Duration.ofMinutes(5))),
                    Appearance.DARK,
                    new WindowPlace(-5, 7.5, 900, 700, true, false, true));

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
        assertEquals(List.of(), loaded.defaulted());
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
                        .replace("\"12\"", "\"many\"")
                        .replace("900.0", "\"wide\"")
                        .replace("\"dark\"", "7")
                        .replace("\"/models/b.gguf\"", "false");
        Files.writeString(file, bad);
        var loaded = store.load();
        assertEquals(
                List.of(
                        "recentModels.1",
                        "server.port",
                        "server.gpuLayers",
                        "appearance",
                        "window.width"),
                loaded.defaulted());
        assertEquals(FULL.model(), loaded.settings().model());
        assertEquals(8192, loaded.settings().server().contextSize());
        assertEquals(ServerSettings.DEFAULT.port(), loaded.settings().server().port());
        assertEquals(700, loaded.settings().window().height());
    }

    @Test
    void keepsWhatANewerVersionWrote() throws Exception {
        Files.writeString(
                file, "{\"voice\": {\"on\": true}, \"server\": {\"port\": 9000, \"tls\": 1}}");
        assertEquals(9000, store.load().settings().server().port());
        store.save(FULL);
        String now = Files.readString(file);
        assertTrue(now.contains("\"voice\""), now);
        assertTrue(now.contains("\"tls\""), now);
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

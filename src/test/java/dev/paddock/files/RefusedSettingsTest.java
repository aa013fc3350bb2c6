package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.SamplingOptions;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.OfOption;
import dev.paddock.settings.RefusedValue.OfSetting;
import dev.paddock.settings.RefusedValue.Place;
import dev.paddock.settings.RefusedValue.Setting;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single values of the settings file that are not allowed: named, and never lost. */
class RefusedSettingsTest {
    @TempDir Path folder;
    private Path file;
    private JsonSettings store;

    @BeforeEach
    void open() {
        file = folder.resolve("settings.json");
        var clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        store = new JsonSettings(file, clock);
    }

    @Test
    void aFileWithRefusedValuesIsCopiedBeforeTheyAreDropped() throws Exception {
        String bad = "{\"options\": {\"temperature\": \"hot\", \"topK\": 7}}";
        Files.writeString(file, bad);
        var loaded = store.load();
        var copy = folder.resolve("settings.refused-20260102-030405.json");
        assertEquals(Optional.of(copy), loaded.copy());
        store.save(loaded.settings());

        assertTrue(!Files.readString(file).contains("hot"));
        assertEquals(bad, Files.readString(copy));

        Files.writeString(file, bad);
        assertEquals(Optional.of(copy), store.load().copy(), "the same is kept once");
        Files.writeString(file, bad.replace("hot", "warm"));
        var other = folder.resolve("settings.refused-20260102-030405-2.json");
        assertEquals(Optional.of(other), store.load().copy());
    }

    @Test
    void withoutACopyNothingIsDropped() throws Exception {
        String bad = "{\"options\": {\"temperature\": \"hot\"}}";
        Files.writeString(file, bad);
        Files.createDirectories(
                folder.resolve("settings.refused-20260102-030405.json").resolve("in the way"));
        var loaded = store.load();
        assertEquals(Optional.empty(), loaded.copy());

        assertThrows(UncheckedIOException.class, () -> store.save(loaded.settings()));
        assertEquals(bad, Files.readString(file));
    }

    @Test
    void whatHasTheWrongShapeAndWhatStandsTwiceIsNamed() throws Exception {
        Files.writeString(
                file,
                """
                {"window": 7, "presets": [5, {"name": "Mine", "options": {"topP": 3}}],
                 "options": {"topP": 0.4, "top_p": 0.6}, "health": {"checkEveryMinutes": -1}}
                """);
        var loaded = store.load();
        assertEquals(
                List.of(
                        new OfSetting(Setting.WINDOW, "7"),
                        new RefusedValue.Doubled(
                                SamplingOptions.TOP_P, new Place.App(), "top_p", "0.6"),
                        new OfSetting(Setting.PRESETS, "5"),
                        new OfOption(SamplingOptions.TOP_P, new Place.Preset("Mine"), "3"),
                        new OfSetting(Setting.HEALTH_EVERY, "-1")),
                loaded.refused());
        assertEquals(Map.of(), loaded.renamed());
        assertEquals(0.4, loaded.settings().options().app().value(SamplingOptions.TOP_P));
    }
}

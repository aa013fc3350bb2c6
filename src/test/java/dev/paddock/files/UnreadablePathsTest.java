package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.json.JsonTree;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class UnreadablePathsTest {
    @TempDir Path folder;

    /** A zero byte stands for the letters that a locale lacks: neither can be in a path. */
    @Test
    void pathsThatCannotBeReadHereStayForALocaleWhereTheyCan() throws Exception {
        Path file = folder.resolve("settings.json");
        var store = new JsonSettings(file);
        var text =
                """
                {"engine": "/e\\u0000", "model": "/m\\u0000", "recentModels": ["/a", "/m\\u0000"],
                 "modelOptions": {"/m\\u0000": {"parallelSlots": 2}}, "options": {"port": 9000}}
                """;
        Files.writeString(file, text);
        var loaded = store.load();
        assertEquals(List.of("/e\0", "/m\0"), loaded.unreadablePaths());
        assertEquals(Optional.empty(), loaded.settings().model());

        store.save(loaded.settings().with(EngineOptions.PORT, 9001));
        var again = new JsonSettings(file).load();
        assertEquals(loaded.unreadablePaths(), again.unreadablePaths());
        assertEquals(List.of(Path.of("/a")), again.settings().recentModels());
        var kept = JsonTree.read(Files.readAllBytes(file));
        assertEquals(List.of("/a", "/m\0"), kept.get("recentModels"));
        assertEquals(Map.of("/m\0", Map.of("parallelSlots", 2)), kept.get("modelOptions"));

        store.save(again.settings().withModel(Path.of("/other")));
        assertEquals(List.of("/e\0", "/m\0"), store.load().unreadablePaths());
        assertEquals(Optional.of(Path.of("/other")), store.load().settings().model());
    }
}

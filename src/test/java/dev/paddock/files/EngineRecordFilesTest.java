package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.EngineRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class EngineRecordFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.120Z");

    @TempDir Path parent;

    private Path folder() {
        return parent.resolve("engines");
    }

    private EngineRecordFiles files() {
        return new EngineRecordFiles(folder());
    }

    private static EngineRecord engine(long pid) {
        return new EngineRecord(pid, NOW, Path.of("/opt/Mödel s/x"), 8080, "t", 1, NOW);
    }

    @Test
    void anotherRunFindsThemUntilTheyAreRemoved() {
        assertEquals(List.of(), files().all());
        files().add(engine(5));
        files().add(engine(6));
        assertEquals(2, files().all().size());
        assertTrue(files().all().contains(engine(5)));
        files().remove(engine(5));
        files().remove(engine(7));
        assertEquals(List.of(engine(6)), files().all());
    }

    @Test
    void whatMakesNoSenseIsForgotten() throws IOException {
        files().add(engine(5));
        byte[] good = Files.readAllBytes(folder().resolve("5.json"));
        var random = new Random(5);
        for (int number = 1000; number < 1400; number++) {
            Files.write(folder().resolve(number + ".json"), spoilt(good, random));
        }
        Files.write(folder().resolve("8.json"), good);
        String text = Files.readString(folder().resolve("5.json"));
        Files.writeString(folder().resolve("-5.json"), text.replace("\"pid\" : 5", "\"pid\" : -5"));
        Files.writeString(
                folder().resolve("6.json"),
                text.replace("\"pid\" : 5", "\"pid\" : 6").replace("/opt/", "opt/"));
        Files.writeString(
                folder().resolve("7.json"),
                text.replace("\"pid\" : 5", "\"pid\" : 7").replace("8080", "80800"));
        Files.write(folder().resolve("9.json"), new byte[1 << 20]);
        Files.writeString(folder().resolve("10.json"), "[".repeat(60_000));
        Files.writeString(folder().resolve("11.json"), "{\"a\":".repeat(10_000));
        Files.createDirectories(folder().resolve("12.json/x"));

        assertEquals(List.of(engine(5)), files().all());

        assertFalse(Files.exists(folder().resolve("8.json")), "of another process");
        try (var left = Files.list(folder())) {
            assertEquals(2, left.count(), "the good one and the folder that is none of ours");
        }
    }

    /** Cut, overwritten in places or both; the process id no longer fits the name in any case. */
    private static byte[] spoilt(byte[] good, Random random) {
        byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
        for (int i = random.nextInt(5); i > 0 && bad.length > 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        return bad;
    }

    @Test
    void aFolderThatCannotBeIsNoFailure() throws IOException {
        Files.writeString(folder(), "in the way");
        files().add(engine(5));
        files().remove(engine(5));
        assertEquals(List.of(), files().all());
    }
}

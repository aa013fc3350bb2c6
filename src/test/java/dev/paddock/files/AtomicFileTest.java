package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class AtomicFileTest {
    private static final byte[] OLD = "old".getBytes(UTF_8);
    private static final byte[] NEW = "new and longer".getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void replacesTheWholeContentAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("deeper/settings.json");
        AtomicFile.replace(file, NEW);
        AtomicFile.replace(file, OLD);
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of(file), list(file.getParent()));
    }

    @Test
    void whatCannotBeReplacedStaysAsItWas() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.createDirectories(file.resolve("a folder that is not empty"));
        assertThrows(IOException.class, () -> AtomicFile.replace(file, NEW));
        assertEquals(List.of(file), list(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysOne() throws IOException {
        Path real = folder.resolve("real.json");
        Files.write(real, OLD);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        AtomicFile.replace(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(NEW, Files.readAllBytes(real));
    }

    /**
     * The new content is on the disk before the old one gives its name away, and the name follows:
     * otherwise a loss of power could leave an empty file. What is forced, the JDK tells.
     */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theContentIsOnTheDiskBeforeItGetsTheName() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.write(file, OLD);
        var forced = forcedDuring(() -> AtomicFile.replace(file, NEW));
        assertEquals(2, forced.size(), forced::toString);
        assertTrue(forced.getFirst().matches("settings\\.json\\..+\\.new"), forced::toString);
        assertEquals(folder.getFileName().toString(), forced.getLast());
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** The names of what was forced to the disk below this test's folder, in that order. */
    private List<String> forcedDuring(Writing writing) throws IOException {
        Path tape = Files.createTempFile("forced", ".jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            writing.run();
            recording.stop();
            recording.dump(tape);
            return RecordingFile.readAllEvents(tape).stream()
                    .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                    .map(AtomicFileTest::path)
                    .filter(path -> path.startsWith(folder))
                    .map(path -> path.getFileName().toString())
                    .toList();
        } finally {
            Files.delete(tape);
        }
    }

    private static Path path(RecordedEvent event) {
        return Path.of(event.getString("path"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}

package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An app that is killed leaves no engine behind. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class OrphanTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"spawned", "ready"})
    void theEngineDiesWithAnAppThatIsKilled(String moment) throws Exception {
        var model = RealEngine.tinyModel(folder);
        var inbox = Files.createDirectory(folder.resolve("inbox"));
        var note = inbox.resolve("pid");
        var app =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Dpaddock.engine=" + RealEngine.executable().getParent(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                EngineOwner.class.getName(),
                                model.toString(),
                                note.toString(),
                                moment)
                        .redirectErrorStream(true)
                        .redirectOutput(new File(folder.toFile(), "app.log"))
                        .start();
        try {
            long pid = Long.parseLong(read(note));
            assertTrue(runs(pid), "the engine never ran");
            app.destroyForcibly();
            long limit = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (runs(pid)) {
                assertTrue(System.nanoTime() < limit, "the engine outlives its app");
                Thread.onSpinWait();
            }
        } finally {
            app.destroyForcibly();
        }
    }

    /** A dead process that its new parent has not yet collected counts as ended. */
    private static boolean runs(long pid) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (FileSystemException ended) {
            return false;
        }
    }

    private static String read(Path note) throws Exception {
        try (var watcher = FileSystems.getDefault().newWatchService()) {
            note.getParent().register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            for (int i = 0; i < 40 && !Files.exists(note); i++) {
                var key = watcher.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    // Unread events would signal the key again at once and use the rounds up.
                    key.pollEvents();
                    key.reset();
                }
            }
        }
        assertTrue(Files.exists(note), "the app started no engine");
        return Files.readString(note);
    }
}

package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.TestPorts;
import dev.paddock.files.AppDirs;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.integration.AppProcess;
import dev.paddock.model.TinyModel;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The real app over the real engine in a data folder that anybody could look into before. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class PrivateFilesTest {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    @TempDir Path folder;

    private record Seen(String path, String rights) {}

    @Test
    void nobodyElseMayReadWhatAFullRunWritesNorWhatWasThereBefore() throws Exception {
        var dirs = new AppDirs(folder.resolve("data"));
        openToAll(dirs);
        var app = start(dirs);
        try {
            var engines = new EngineRecordFiles(dirs.engines());
            await(app, () -> !engines.all().isEmpty());
            await(app, () -> contains(dirs.logs().resolve("engine.log"), "listening on"));
            await(app, () -> Files.exists(dirs.logs().resolve("paddock.log")));
            await(app, () -> Files.exists(dirs.data().resolve("history.db-wal")));
            await(app, () -> Files.exists(dirs.data().resolve("paddock.door")));
            assertEquals(List.of(), readableByOthers(dirs.data()));
        } finally {
            app.destroy();
            assertTrue(app.waitFor(20, TimeUnit.SECONDS), "it does not end");
        }
        assertEquals(List.of(), readableByOthers(dirs.data()));
        assertTrue(Files.size(dirs.settings()) > 2, "the settings were not saved");
    }

    /** Others may be meant to read those. */
    @Test
    void whatIsNotOursStaysAsItIs() throws Exception {
        var dirs = new AppDirs(folder.resolve("data")).create();
        Path theirs = Files.writeString(dirs.data().resolve("notes.txt"), "of another");
        Path model = Files.writeString(folder.resolve("shared.gguf"), "of all");
        Path link = Files.createSymbolicLink(dirs.models().resolve("shared.gguf"), model);
        widen(folder);

        dirs.create();

        var left = readableByOthers(folder).stream().map(Seen::path).toList();
        assertEquals(List.of("", "data", "data/notes.txt", "shared.gguf"), left);
        assertTrue(Files.isSymbolicLink(link) && Files.exists(theirs));
    }

    private Process start(AppDirs dirs) throws IOException {
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        return OtherJava.running(
                        FirstStart.class,
                        "--data-dir=" + dirs.data(),
                        "--engine=" + AppProcess.realEngine(),
                        "--port=" + TestPorts.next(),
                        "--threads=1",
                        "--start",
                        model.toString())
                .redirectOutput(folder.resolve("app.log").toFile())
                .start();
    }

    /** As an earlier version, or a copy from elsewhere, has left it. */
    private static void openToAll(AppDirs dirs) throws IOException {
        dirs.create();
        Files.createDirectories(dirs.engines());
        SqliteHistory.open(dirs.history()).close();
        Files.writeString(dirs.settings(), "{}");
        Files.writeString(dirs.data().resolve("history.db.v1.bak"), "copy");
        Files.writeString(dirs.logs().resolve("engine.1.log"), "old");
        Files.writeString(dirs.logs().resolve("paddock.log"), "old");
        widen(dirs.data());
    }

    private static void widen(Path folder) throws IOException {
        for (Path each : all(folder)) {
            boolean inner = Files.isDirectory(each);
            var rights = PosixFilePermissions.fromString(inner ? "rwxr-xr-x" : "rw-r--r--");
            Files.setPosixFilePermissions(each, rights);
        }
    }

    private static List<Seen> readableByOthers(Path folder) throws IOException {
        var wide = Stream.<Seen>builder();
        for (Path each : all(folder)) {
            var rights =
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(each, LinkOption.NOFOLLOW_LINKS));
            if (!Files.isSymbolicLink(each) && !rights.endsWith("------")) {
                wide.add(new Seen(folder.relativize(each).toString(), rights));
            }
        }
        return wide.build().toList();
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.sorted().toList();
        }
    }

    private static void await(Process app, BooleanSupplier condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            boolean ended = app.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            assertTrue(!ended && System.nanoTime() < limit, "waited in vain");
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException notYet) {
            return false;
        }
    }
}

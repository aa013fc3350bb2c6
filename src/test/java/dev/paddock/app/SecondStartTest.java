package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.faults.Fault;
import dev.paddock.files.AppDirs;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.integration.AppProcess;
import dev.paddock.model.TinyModel;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Two starts of the real app for one data folder. */
@Timeout(120)
class SecondStartTest {
    private static final long BETWEEN_LOOKS_MILLIS = 20;

    @TempDir Path folder;

    @Test
    @Fault(50)
    void theFirstStartsWhatTheSecondWasAskedFor() throws Exception {
        Path data = folder.resolve("data");
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        AppUnderTest.prepare(data, List.of(), "-t 1");
        var first = first(data);
        try {
            await(first, () -> Files.exists(data.resolve("paddock.door")));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var arguments =
                    List.of("--data-dir=" + data, model.toString(), "--start", "--port=" + port());

            var start = new PaddockApp.Start() {};
            int status =
                    new PaddockApp(
                                    CommandLine.parse(arguments),
                                    new AppDirs(data),
                                    new Words(),
                                    print(out),
                                    print(err),
                                    start)
                            .run();

            assertEquals("", err.toString(StandardCharsets.UTF_8));
            assertEquals(Main.OK, status);
            assertEquals(
                    new Words().of("cli.handedOver"), out.toString(StandardCharsets.UTF_8).strip());
            var engines = new EngineRecordFiles(data.resolve("engines"));
            await(first, () -> !engines.all().isEmpty());
            await(first, () -> contains(data.resolve("settings.json"), model.toString()));
        } finally {
            first.destroy();
            assertTrue(first.waitFor(20, TimeUnit.SECONDS), "it does not end");
        }
    }

    @Test
    void aModelThatIsNotThereIsNotHandedOver() throws Exception {
        Path data = folder.resolve("data");
        Path model = folder.resolve("none.gguf");
        AppUnderTest.prepare(data, List.of(), "-t 1");
        var first = first(data);
        try {
            await(first, () -> Files.exists(data.resolve("paddock.door")));
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int status =
                    new PaddockApp(
                                    CommandLine.parse(
                                            List.of("--data-dir=" + data, model.toString())),
                                    new AppDirs(data),
                                    new Words(),
                                    print(out),
                                    print(err),
                                    new PaddockApp.Start() {})
                            .run();

            assertEquals(Main.FAILED, status);
            assertEquals("", out.toString(StandardCharsets.UTF_8));
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("There is no file " + model));
        } finally {
            first.destroy();
            assertTrue(first.waitFor(20, TimeUnit.SECONDS), "it does not end");
        }
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static int port() {
        return TestPorts.next();
    }

    private Process first(Path data) throws Exception {
        return OtherJava.running(
                        FirstStart.class,
                        "--data-dir=" + data,
                        "--engine=" + AppProcess.realEngine())
                .redirectOutput(folder.resolve("first.log").toFile())
                .start();
    }

    private void await(Process first, BooleanSupplier condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            boolean ended = first.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            assertTrue(!ended && System.nanoTime() < limit, "waited in vain");
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (java.io.IOException notYet) {
            return false;
        }
    }
}

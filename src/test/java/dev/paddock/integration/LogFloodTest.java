package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogLines;
import dev.paddock.faults.Fault;
import dev.paddock.files.EngineLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** Whatever an engine writes, it is never held up by it, and neither memory nor disk fills up. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class LogFloodTest {
    private static final long FLOOD = 300_000_000;
    private static final long MOST_BYTES = 5L << 20;

    @TempDir Path folder;

    private static void awaitLine(RealEngine engine, LongPredicate wanted) throws Exception {
        var reached = new CompletableFuture<Long>();
        try (var _ =
                engine.supervisor
                        .log()
                        .newest()
                        .subscribe(
                                number -> {
                                    if (wanted.test(number)) {
                                        reached.complete(number);
                                    }
                                })) {
            reached.get(30, TimeUnit.SECONDS);
        }
    }

    private static void assertBounded(RealEngine engine) {
        long kept =
                LogLines.all(engine.supervisor.log()).stream()
                        .map(LogLine::text)
                        .mapToLong(String::length)
                        .sum();
        assertTrue(kept > MOST_BYTES / 2 && kept < MOST_BYTES, kept + " characters");
    }

    private void assertAnswersAndStops(RealEngine engine) throws Exception {
        assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 5).getLast());
        engine.supervisor.stop();
        engine.await(EngineState.Idle.class);
    }

    @Test
    @Fault(53)
    void aFloodOfLinesIsRead() throws Exception {
        var fake = new FakeLauncher(folder, "--log-rate=10G --log-bytes=" + FLOOD);
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            awaitLine(engine, newest -> newest >= FLOOD / 128);
            assertBounded(engine);
            assertAnswersAndStops(engine);
        }
    }

    @Test
    @Fault(55)
    void aFloodOfBadBytesWithoutLineEndIsRead() throws Exception {
        var fake =
                new FakeLauncher(
                        folder, "--log-rate=10G --no-newline --log-bad --log-bytes=" + FLOOD);
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            awaitLine(engine, newest -> newest >= FLOOD / LogBuffer.LONGEST_LINE);
            assertBounded(engine);
            assertAnswersAndStops(engine);
        }
    }

    /** An engine whose pipe is not read stops in the middle of its first answer. */
    @Test
    @Fault(54)
    void theWordiestEngineAnswers() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 -lv 5 --ignore-eos"));
            var answer =
                    assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 500).getLast());
            assertEquals(500, answer.statistics().completionTokens());
            assertTrue(engine.supervisor.log().newest().value() > 1000);
            assertAnswersAndStops(engine);
        }
    }

    @Test
    @Fault(56)
    void anEngineWhoseLogCannotBeKeptAnswers() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("logs"), "");
        try (var engine = new RealEngine();
                var log = new EngineLog(noFolder, engine.supervisor.log())) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            var found = new CompletableFuture<IOException>();
            try (var _ =
                    log.problem()
                            .subscribe(
                                    (Optional<IOException> why) ->
                                            why.ifPresent(found::complete))) {
                found.get(10, TimeUnit.SECONDS);
            }
            assertAnswersAndStops(engine);
        }
    }

    @Test
    void theLogOfARunIsKept() throws Exception {
        Path logs = folder.resolve("logs");
        try (var engine = new RealEngine()) {
            try (var _ = new EngineLog(logs, engine.supervisor.log())) {
                var running = engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
                engine.supervisor.stop();
                engine.await(EngineState.Idle.class);
                assertTrue(running.info().slots() > 0);
            }
        }
        var lines = Files.readAllLines(logs.resolve("engine.log"));
        assertTrue(lines.getFirst().contains(RealEngine.executable() + " --host 127.0.0.1"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("model loaded")), lines::toString);
    }
}

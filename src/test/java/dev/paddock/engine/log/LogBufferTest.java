package dev.paddock.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.signal.Elsewhere;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

class LogBufferTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final LogBuffer log = new LogBuffer();

    private static List<String> texts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).toList();
    }

    @Test
    void listenersAreCalledOutsideItsLocks() {
        var elsewhere = new Elsewhere();
        log.newest().subscribe(_ -> elsewhere.run(log::ready));
        log.runs().subscribe(_ -> elsewhere.run(() -> log.lastLines(0, 10)));
        log.runs().subscribe(_ -> elsewhere.run(() -> log.output(NOW, Set.of(), () -> {}).end()));
        var output = log.output(NOW, Set.of(), () -> {});
        output.begin(List.of("llama-server"));
        LogLines.write(output, "a line");
        elsewhere.assertEnded(6);
    }

    @Test
    void keepsTheNewestWithinItsBound() {
        long bound = 1 << 20;
        var small = new LogBuffer(bound);
        var output = small.output(NOW, Set.of(), () -> {});
        for (int i = 1; i <= 100_000; i++) {
            LogLines.write(output, "line number %9d".formatted(i));
        }

        var lines = LogLines.all(small);
        assertEquals(new LogLine(100_000, "line number    100000"), lines.getLast());
        long first = lines.getFirst().number();
        assertEquals(100_000 - first + 1, lines.size(), "a gap");
        assertEquals("line number %9d".formatted(first), lines.getFirst().text());
        long bytes = lines.size() * 21L;
        assertTrue(bytes > bound / 3 && bytes < bound, bytes + " bytes kept");
    }

    @Test
    void emptyLinesStayWithinTheBoundToo() {
        var small = new LogBuffer(1 << 20);
        var output = small.output(NOW, Set.of(), () -> {});
        byte[] empty = new byte[64 * 1024];
        Arrays.fill(empty, (byte) '\n');
        for (int i = 0; i < 64; i++) {
            output.write(empty, empty.length);
        }

        assertEquals(64L * empty.length, small.newest().value());
        assertTrue(LogLines.all(small).size() < (1 << 20) / Integer.BYTES);
    }

    @Test
    void readersAskForTheNewestOrForWhatComesNext() {
        for (int i = 1; i <= 5000; i++) {
            LogLines.write(log, "line " + i);
        }

        assertEquals(List.of("line 4999", "line 5000"), texts(log.lastLines(0, 2)));
        assertEquals(List.of("line 5000"), texts(log.lastLines(4999, 5)));
        assertEquals(List.of(), log.lastLines(5000, 5));
        assertEquals(List.of(), log.lastLines(0, 0));
        var next = log.nextLines(10);
        assertEquals(new LogLine(11, "line 11"), next.getFirst());
        assertTrue(next.size() < 5000, "all at once");
        assertEquals(5000, LogLines.all(log).size());
        assertEquals(List.of(), log.nextLines(5000));
    }

    @Test
    void aLineWithoutEndComesInPieces() {
        var output = log.output(NOW, Set.of(), () -> {});
        byte[] endless = "x".repeat(100_000).getBytes(UTF_8);
        output.write(endless, endless.length);
        output.end();

        var lines = LogLines.all(log);
        assertEquals(LogBuffer.LONGEST_LINE, lines.getFirst().text().length());
        assertEquals("x".repeat(100_000), String.join("", texts(lines)));
    }

    @Test
    void replacesBytesThatAreNoText() {
        var output = log.output(NOW, Set.of(), () -> {});
        output.write(new byte[] {(byte) 0xff, 'a', (byte) 0xc3, '\n'}, 4);

        assertEquals(List.of("\uFFFDa\uFFFD"), texts(LogLines.all(log)));
    }

    @Test
    void coloursAreLeftOut() {
        LogLines.write(log, "\u001B[0m0.00.023.348 D \u001B[1m\u001B[38;5;214mPhase 2");

        assertEquals(List.of("0.00.023.348 D Phase 2"), texts(log.lastLines(0, 5)));
    }

    @Test
    void aPieceOfOutputIsAnnouncedOnce() {
        var announced = new ArrayList<Long>();
        log.newest().subscribe(announced::add);
        var output = log.output(NOW, Set.of(), () -> {});
        byte[] three = "a\nb\nc\nd".getBytes(UTF_8);

        output.write(three, three.length);
        output.write(three, 1);
        output.end();

        assertEquals(List.of(0L, 3L, 4L), announced);
    }

    @Test
    void knowsWhereARunBeginsAndWhenItIsReady() {
        LogLines.write(log, "of the first");
        var output = log.output(NOW, Set.of("opensesame"), () -> {});
        output.begin(List.of("llama-server", "--api-key", "opensesame", "-m", "a b.gguf"));
        LogLines.write(output, "loading");
        log.ready();

        var command = List.of("llama-server", "--api-key", Redactor.REMOVED, "-m", "a b.gguf");
        assertEquals(
                List.of(new LogRun(1, 1, NOW, command, OptionalLong.of(2))), log.runs().value());
        assertEquals(
                "llama-server --api-key [removed] -m \"a b.gguf\"",
                log.runs().value().getLast().commandLine());
    }

    @Test
    void whoeverReadsGetsNoKey() {
        var output = log.output(NOW, Set.of("0a1b2c3d4e5f"), () -> {});
        LogLines.write(output, "the key is 0a1b2c3d4e5f, really");

        var clean = List.of("the key is [removed], really");
        assertEquals(clean, texts(log.lastLines(0, 5)));
        assertEquals(clean, texts(log.nextLines(0)));
    }

    @Test
    void severalWritersLeaveNoGapAndAnnounceInOrder() throws InterruptedException {
        var announced = new ArrayList<Long>();
        // A listener that reads the lines, as the window does: the two locks must not cross.
        log.newest()
                .subscribe(
                        number -> {
                            announced.add(number);
                            log.lastLines(number - 1, 5);
                        });
        var writers = new ArrayList<Thread>();
        for (int w = 0; w < 4; w++) {
            var output = log.output(NOW, Set.of(), () -> {});
            writers.add(
                    Thread.startVirtualThread(
                            () -> {
                                for (int i = 0; i < 500; i++) {
                                    LogLines.write(output, "line");
                                }
                            }));
        }
        for (var writer : writers) {
            assertTrue(writer.join(Duration.ofSeconds(20)));
        }
        assertEquals(2000, announced.getLast());
        for (int i = 1; i < announced.size(); i++) {
            assertTrue(announced.get(i - 1) < announced.get(i), "out of order");
        }
    }

    @Test
    void whatTheEngineSaysAtEachQuestionWhileIdleIsKeptOnce() {
        String idle = " I srv  update_slots: all slots are idle";
        LogLines.write(log, "0.1.0.0" + idle, "0.2.0.0" + idle, "0.3.0.0" + idle, "0.4.0.0 I work");
        LogLines.write(log, "0.5.0.0" + idle, "0.6.0.0" + idle);

        assertEquals(
                List.of("0.1.0.0" + idle, "0.4.0.0 I work", "0.5.0.0" + idle),
                texts(LogLines.all(log)));
    }
}

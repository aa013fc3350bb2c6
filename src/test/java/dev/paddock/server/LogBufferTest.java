package dev.paddock.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LogBufferTest {
    @Test
    void keepsTheNewestWithinItsBound() {
        var log = new LogBuffer(10_000);
        for (int i = 1; i <= 1000; i++) {
            log.append("line " + i);
        }
        var lines = log.linesAfter(0);
        assertTrue(lines.size() > 100 && lines.size() < 150, lines.size() + " lines");
        assertEquals(new LogLine(1000, "line 1000"), lines.getLast());
        assertEquals(List.of(lines.getLast()), log.linesAfter(999));
        assertEquals(List.of("line 999", "line 1000"), log.lastLines(0, 2));
        assertEquals(List.of("line 1000"), log.lastLines(999, 5));
    }

    @Test
    void cutsLongLines() {
        var log = new LogBuffer();
        log.append("x".repeat(100_000));
        assertEquals(LogBuffer.LONGEST_LINE, log.linesAfter(0).getFirst().text().length());
    }

    @Test
    void severalWritersLeaveNoGapAndAnnounceInOrder() throws InterruptedException {
        var log = new LogBuffer();
        var announced = new ArrayList<Long>();
        // A listener that reads the lines, as the window does: the two locks must not cross.
        log.newest()
                .subscribe(
                        number -> {
                            announced.add(number);
                            log.linesAfter(number - 1);
                        });
        var writers = new ArrayList<Thread>();
        for (int w = 0; w < 4; w++) {
            writers.add(
                    Thread.startVirtualThread(
                            () -> {
                                for (int i = 0; i < 500; i++) {
                                    log.append("line");
                                }
                            }));
        }
        for (var writer : writers) {
            assertTrue(writer.join(java.time.Duration.ofSeconds(20)));
        }
        assertEquals(2001, announced.size());
        for (int i = 0; i < announced.size(); i++) {
            assertEquals(i, announced.get(i));
        }
    }
}

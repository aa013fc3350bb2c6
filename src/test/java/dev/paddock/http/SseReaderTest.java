package dev.paddock.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class SseReaderTest {
    private static List<String> read(byte[] stream, Random cuts) throws EventTooLongException {
        var events = new ArrayList<String>();
        var reader =
                new SseReader<RuntimeException>(
                        (bytes, from, length) ->
                                events.add(new String(bytes, from, length, UTF_8)));
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(stream.length - at, 1 + cuts.nextInt(7));
            reader.feed(ByteBuffer.wrap(stream, at, length));
            at += length;
        }
        return events;
    }

    private static List<String> read(String stream) throws EventTooLongException {
        return read(stream.getBytes(UTF_8), new Random(1));
    }

    @Test
    void readsEventsWithAnyLineEnd() throws EventTooLongException {
        assertEquals(List.of("a", "b", "c"), read("data: a\n\ndata: b\r\n\r\ndata: c\r\r"));
    }

    @Test
    void passesOverCommentsAndOtherFields() throws EventTooLongException {
        assertEquals(
                List.of("a"),
                read(": ping\n\nevent: x\nid: 7\ndata: a\nretry: 1\n: more\n\ndatax: no\n\n"));
    }

    @Test
    void joinsTheDataOfOneEvent() throws EventTooLongException {
        assertEquals(List.of("a\n b\nc"), read("data:a\ndata:  b\n: x\ndata: c\n\n"));
    }

    @Test
    void leavesOutEmptyAndUnfinishedEvents() throws EventTooLongException {
        assertEquals(List.of("a"), read("\n\ndata\n\ndata:\n\ndata: a\n\ndata: cut"));
    }

    @Test
    void takesNoNoticeOfAByteOrderMark() throws EventTooLongException {
        assertEquals(List.of("a"), read("\uFEFFdata: a\n\n"));
    }

    @Test
    @Fault(74)
    void givesTheSameEventsHoweverTheBytesAreCut() throws EventTooLongException {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var expected = new ArrayList<String>();
            var stream = new StringBuilder();
            var ends = List.of("\n", "\r\n", "\r");
            String end = ends.get(random.nextInt(3));
            for (int i = random.nextInt(6); i >= 0; i--) {
                if (random.nextInt(3) == 0) {
                    stream.append(": ping").append(end).append(end);
                }
                String text = text(random);
                expected.add(text);
                stream.append("data: ").append(text).append(end).append(end);
            }
            assertEquals(expected, read(stream.toString().getBytes(UTF_8), random), "seed " + seed);
        }
    }

    private static String text(Random random) {
        var pool = "aé漢😀\u0000{}\":, data:";
        var text = new StringBuilder("x");
        for (int i = random.nextInt(5000) * random.nextInt(2); i > 0; i--) {
            int at = random.nextInt(pool.codePointCount(0, pool.length()));
            text.appendCodePoint(pool.codePointAt(pool.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }

    @Test
    void survivesAnyBytes() throws EventTooLongException {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i++) {
                if (random.nextInt(6) == 0) {
                    bytes[i] = (byte) "\n\r: data".charAt(random.nextInt(8));
                }
            }
            assertEquals(read(bytes, new Random(1)), read(bytes, new Random(seed)), "seed " + seed);
        }
    }

    /** Its name and a space count as well. */
    private static byte[] eventOf(int bytes) {
        return ("data: " + "x".repeat(bytes - "data: ".length()) + "\n\n").getBytes(UTF_8);
    }

    @ParameterizedTest
    @Fault(71)
    @ValueSource(ints = {1, 7, 1000, 16_384, 65_536, 1 << 20, 5_000_000, EventStream.LONGEST_EVENT})
    void theLongestEventIsTheSameHoweverItIsCut(int piece) throws EventTooLongException {
        assertEquals(1, read(eventOf(EventStream.LONGEST_EVENT), piece));
        byte[] longer = eventOf(EventStream.LONGEST_EVENT + 1);
        assertThrows(EventTooLongException.class, () -> read(longer, piece));
    }

    private static int read(byte[] stream, int piece) throws EventTooLongException {
        var reader = new SseReader<RuntimeException>((_, _, _) -> true);
        for (int at = 0; at < stream.length; at += piece) {
            reader.feed(ByteBuffer.wrap(stream, at, Math.min(piece, stream.length - at)));
        }
        return reader.events();
    }

    @Test
    @Fault(71)
    void anEventOfManyLinesIsNoLongerThanOneOfOne() {
        byte[] line = "data: ".concat("x".repeat(1000)).concat("\n").getBytes(UTF_8);
        var reader = new SseReader<RuntimeException>((_, _, _) -> true);
        assertThrows(
                EventTooLongException.class,
                () -> {
                    for (int bytes = 0; bytes <= EventStream.LONGEST_EVENT; bytes += 1001) {
                        reader.feed(ByteBuffer.wrap(line));
                    }
                });
    }

    @Test
    @Fault(71)
    void aLineWithoutEndIsRefusedBeforeItsEnd() {
        byte[] block = "x".repeat(1 << 20).getBytes(UTF_8);
        var reader = new SseReader<RuntimeException>((_, _, _) -> true);
        assertThrows(
                EventTooLongException.class,
                () -> {
                    for (int i = 0; i < 9; i++) {
                        reader.feed(ByteBuffer.wrap(block));
                    }
                });
    }

    @Test
    void commentsWithinAnEventTakeNoRoom() throws EventTooLongException {
        var events = new ArrayList<String>();
        var reader =
                new SseReader<RuntimeException>(
                        (bytes, from, length) ->
                                events.add(new String(bytes, from, length, UTF_8)));
        reader.feed(ByteBuffer.wrap("data: a\n".getBytes(UTF_8)));
        byte[] comment = (":" + "x".repeat(1 << 20) + "\n").getBytes(UTF_8);
        for (int i = 0; i < 10; i++) {
            reader.feed(ByteBuffer.wrap(comment));
        }
        reader.feed(ByteBuffer.wrap("data: b\n\n".getBytes(UTF_8)));
        assertEquals(List.of("a\nb"), events);
    }

    @Test
    void stopsAtTheEventThatIsTheLastOneWanted() throws EventTooLongException {
        var events = new ArrayList<String>();
        var reader =
                new SseReader<RuntimeException>(
                        (bytes, from, length) -> {
                            events.add(new String(bytes, from, length, UTF_8));
                            return events.size() < 2;
                        });
        assertFalse(
                reader.feed(ByteBuffer.wrap("data: a\n\ndata: b\n\ndata: c\n\n".getBytes(UTF_8))));
        assertEquals(List.of("a", "b"), events);
    }
}

package dev.paddock.llama.api;

import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;

import java.util.Arrays;

/**
 * Reads server-sent events from bytes as they come, however they are cut. Works on bytes alone, so
 * that a character cut in two is whole again before anything decodes it. Only {@code data} matters
 * here; comments and the other fields are passed over.
 */
final class SseReader {
    static final int LONGEST_EVENT = 8 << 20;

    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int FIRST_SIZE = 2048;

    /** Takes the data of one event; the bytes are only lent. */
    @FunctionalInterface
    interface Sink {
        void data(byte[] bytes, int from, int length) throws ChatFailedException;
    }

    private final Sink sink;

    /** The data of the event at hand, then the line at hand. */
    private byte[] kept = new byte[FIRST_SIZE];

    private int lineStart;
    private int end;
    private boolean hasData;
    private boolean afterReturn;
    private boolean first = true;

    SseReader(Sink sink) {
        this.sink = sink;
    }

    /**
     * Takes the next bytes and passes on each event that they complete.
     *
     * @throws ChatFailedException when an event is too long, or when the sink throws
     */
    void feed(byte[] bytes, int from, int length) throws ChatFailedException {
        int limit = from + length;
        int at = from;
        while (at < limit) {
            if (afterReturn && bytes[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int stop = at;
            while (stop < limit && bytes[stop] != '\n' && bytes[stop] != '\r') {
                stop++;
            }
            keep(bytes, at, stop - at);
            if (stop < limit) {
                afterReturn = bytes[stop] == '\r';
                endLine();
            }
            at = stop + 1;
        }
    }

    private void keep(byte[] bytes, int from, int length) throws ChatFailedException {
        if (end + length + 1 > kept.length) {
            if (end + length > LONGEST_EVENT) {
                throw new ChatFailedException(
                        new ChatFailure.BrokenStream("an event of more than 8 MB"));
            }
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, end + length + 1));
        }
        System.arraycopy(bytes, from, kept, end, length);
        end += length;
    }

    private void endLine() throws ChatFailedException {
        if (first) {
            first = false;
            if (begins(MARK)) {
                lineStart += MARK.length;
            }
        }
        if (end == lineStart) {
            endEvent();
        } else {
            endField();
        }
    }

    private void endEvent() throws ChatFailedException {
        // Each line of data left a line feed behind; the last one does not belong to it.
        int length = dataEnd() - 1;
        boolean whole = hasData;
        hasData = false;
        end = 0;
        lineStart = 0;
        if (whole && length > 0) {
            sink.data(kept, 0, length);
        }
    }

    private void endField() {
        int to = dataEnd();
        int name = lineStart + DATA.length;
        boolean bare = end == name;
        if (begins(DATA) && (bare || kept[name] == ':')) {
            int value = bare ? name : name + 1;
            if (value < end && kept[value] == ' ') {
                value++;
            }
            System.arraycopy(kept, value, kept, to, end - value);
            to += end - value;
            kept[to++] = '\n';
            hasData = true;
        }
        end = to;
        lineStart = to;
    }

    /** Where the data of the event at hand ends; what precedes the line is nothing but data. */
    private int dataEnd() {
        return hasData ? lineStart : 0;
    }

    private boolean begins(byte[] what) {
        return end - lineStart >= what.length
                && Arrays.equals(kept, lineStart, lineStart + what.length, what, 0, what.length);
    }
}

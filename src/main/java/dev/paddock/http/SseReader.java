package dev.paddock.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads server-sent events from bytes as they come, however they are cut. Works on bytes alone, so
 * that a character cut in two is whole again before anything decodes it. Only {@code data} matters
 * here; comments and the other fields are passed over.
 */
final class SseReader<X extends Exception> {
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int FIRST_SIZE = 16 * 1024;

    private final EventSink<X> sink;

    /** The data of the event at hand, somewhere behind it the line at hand, and what is unread. */
    private byte[] bytes = new byte[FIRST_SIZE];

    private int dataFrom;
    private int dataTo;
    private boolean hasData;
    private int lineFrom;
    private int at;
    private int to;

    private boolean afterReturn;
    private boolean first = true;
    private int events;

    SseReader(EventSink<X> sink) {
        this.sink = sink;
    }

    /** Events passed on so far. */
    int events() {
        return events;
    }

    /**
     * Takes the next bytes and passes on each event that they complete.
     *
     * @return false once the sink wants no more
     * @throws EventTooLongException when an event is too long
     */
    boolean feed(ByteBuffer piece) throws EventTooLongException, X {
        append(piece);
        boolean more = true;
        while (more && at < to) {
            byte next = bytes[at];
            if (next == '\n' || next == '\r') {
                more = endLine(next);
            }
            at++;
        }
        limit();
        return more;
    }

    private void append(ByteBuffer piece) {
        int length = piece.remaining();
        if (!hasData && lineFrom == to) {
            at = 0;
            to = 0;
            lineFrom = 0;
        }
        if (to + length > bytes.length) {
            makeRoom(length);
        }
        piece.get(bytes, to, length);
        to += length;
    }

    private void makeRoom(int length) {
        int data = hasData ? dataTo - dataFrom : 0;
        int line = to - lineFrom;
        int needed = data + line + length;
        byte[] target = needed > bytes.length ? new byte[2 * needed] : bytes;
        System.arraycopy(bytes, dataFrom, target, 0, data);
        System.arraycopy(bytes, lineFrom, target, data, line);
        bytes = target;
        dataFrom = 0;
        dataTo = data;
        lineFrom = data;
        at = data + line;
        to = at;
    }

    private boolean endLine(byte end) throws EventTooLongException, X {
        boolean secondHalf = afterReturn && end == '\n' && at == lineFrom;
        afterReturn = end == '\r';
        if (!secondHalf) {
            limit();
            if (first) {
                first = false;
                lineFrom += begins(MARK) ? MARK.length : 0;
            }
            if (at == lineFrom) {
                lineFrom = at + 1;
                return endEvent();
            }
            endField();
        }
        lineFrom = at + 1;
        return true;
    }

    private boolean endEvent() throws X {
        boolean whole = hasData && dataTo > dataFrom;
        hasData = false;
        if (whole) {
            events++;
            return sink.event(bytes, dataFrom, dataTo - dataFrom);
        }
        return true;
    }

    private void endField() {
        int name = lineFrom + DATA.length;
        boolean bare = at == name;
        if (!begins(DATA) || !bare && bytes[name] != ':') {
            return;
        }
        int value = bare ? name : name + 1;
        if (value < at && bytes[value] == ' ') {
            value++;
        }
        if (hasData) {
            bytes[dataTo++] = '\n';
            System.arraycopy(bytes, value, bytes, dataTo, at - value);
            dataTo += at - value;
        } else {
            hasData = true;
            dataFrom = value;
            dataTo = at;
        }
    }

    /** Counts the same however the bytes are cut: the event's data, and the line at hand. */
    private void limit() throws EventTooLongException {
        if ((hasData ? dataTo - dataFrom : 0) + at - lineFrom > EventStream.LONGEST_EVENT) {
            throw new EventTooLongException();
        }
    }

    private boolean begins(byte[] what) {
        return at - lineFrom >= what.length
                && Arrays.equals(bytes, lineFrom, lineFrom + what.length, what, 0, what.length);
    }
}

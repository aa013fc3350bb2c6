package dev.paddock.http;

import java.io.IOException;

/** One event of a stream is longer than {@link EventStream#LONGEST_EVENT}. */
public final class EventTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    EventTooLongException() {
        super("an event of more than " + EventStream.LONGEST_EVENT + " bytes");
    }
}

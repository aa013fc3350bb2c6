package dev.paddock.http;

import java.io.IOException;

/** A server answered with another status than 200 where events were asked for. */
public final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    StatusException(Reply reply) {
        super("status " + reply.status());
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}

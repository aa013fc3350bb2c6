package dev.paddock.http;

import java.io.IOException;

/** A connection was neither taken nor refused in time, as when something drops it on the way. */
public final class ConnectTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectTimeoutException(Throwable cause) {
        super("the connection was not taken", cause);
    }
}

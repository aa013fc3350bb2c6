package dev.paddock.connection;

/** Names a connection for good, whatever its name and address become. */
public record ConnectionId(String value) {
    /** The engine this app runs itself. */
    public static final ConnectionId LOCAL = new ConnectionId("local");
}

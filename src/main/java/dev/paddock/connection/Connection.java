package dev.paddock.connection;

/**
 * A way to a server.
 *
 * @param name as a person calls it
 */
public record Connection(ConnectionId id, String name, Address address) {}

package dev.paddock.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Long work that a step leaves for afterwards, such as indexing every message. It is done in
 * portions: each is a transaction of its own that also notes how far it came, so that a killed
 * process goes on where it was. What is written meanwhile is the business of the writing code.
 */
@FunctionalInterface
interface Fill {
    /**
     * Does the next portion, of some 10 ms, because writes wait for it.
     *
     * @param after the key up to which all is done
     * @return the key up to which all is done now; empty when nothing is left to do
     */
    OptionalLong portion(Connection connection, long after) throws SQLException;
}

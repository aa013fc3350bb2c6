package planted.sql.files;

import java.sql.Connection;

/** Speaks SQL outside sqlite. */
public record Violator(Connection connection) {}

package planted.only.java.sql.files;

import java.sql.Connection;

/** Speaks SQL outside sqlite. */
public record Violator(Connection it) {}

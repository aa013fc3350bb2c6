package dev.paddock.chat;

import java.nio.file.Path;
import java.util.Optional;

/** Why the history cannot be read or written. Words are kept elsewhere, in one place. */
public sealed interface HistoryFailure {
    /** The file of the history, or its copy when that is what could not be written. */
    Path file();

    record DiskFull(Path file) implements HistoryFailure {}

    /** This account may not read or write it, or its whole disk is read-only. */
    record NoPermission(Path file) implements HistoryFailure {}

    record Damaged(Path file, Damage damage) implements HistoryFailure {}

    /** Another program holds it. */
    record InUse(Path file) implements HistoryFailure {}

    /**
     * A newer Paddock wrote it.
     *
     * @param format the version of its tables
     * @param newest the newest version that this Paddock knows
     * @param writer which Paddock that was; empty when the file does not say
     */
    record TooNew(Path file, int format, int newest, Optional<String> writer)
            implements HistoryFailure {}

    /** Bringing it up to date would have lost something, so that it was left as it was. */
    record WouldLose(Path file) implements HistoryFailure {}

    /** For a reason that only the database, or the system, can name. */
    record Unusable(Path file, String systemSays) implements HistoryFailure {}

    /** What is wrong with the file. */
    enum Damage {
        /** The database says that the file contradicts itself. */
        BROKEN,
        /** A folder, say, lies in its place. */
        NOT_A_FILE,
        /** It is a file of something else. */
        NOT_A_HISTORY,
        /** It holds a value that no Paddock writes. */
        UNKNOWN_VALUE
    }
}

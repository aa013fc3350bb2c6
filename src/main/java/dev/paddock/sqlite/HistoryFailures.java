package dev.paddock.sqlite;

import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFailure.DiskFull;
import dev.paddock.chat.HistoryFailure.InUse;
import dev.paddock.chat.HistoryFailure.NoPermission;
import dev.paddock.chat.HistoryFailure.TooNew;
import dev.paddock.chat.HistoryFailure.Unusable;
import dev.paddock.chat.HistoryFailure.WouldLose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Failures of a history as columns of a message in another one. The detail is the file, or what the
 * database said; before there was a file in it, it was a text for the log.
 */
final class HistoryFailures {
    private HistoryFailures() {}

    static Failures.Columns columns(String kind, HistoryFailure failure) {
        var file = failure.file().toString();
        return switch (failure) {
            case DiskFull _ -> new Failures.Columns(kind + " DISK_FULL", file);
            case NoPermission _ -> new Failures.Columns(kind + " READ_ONLY", file);
            case Damaged(_, var damage) ->
                    new Failures.Columns(kind + " DAMAGED", file, damage.ordinal(), 0);
            case InUse _ -> new Failures.Columns(kind + " LOCKED", file);
            case TooNew(_, int format, int newest, _) ->
                    new Failures.Columns(kind + " TOO_NEW", file, format, newest);
            case WouldLose _ -> new Failures.Columns(kind + " WOULD_LOSE", file);
            case Unusable(_, var says) -> new Failures.Columns(kind + " OTHER", says);
        };
    }

    /** Empty for a kind that this version does not know. */
    static Optional<HistoryFailure> read(String kind, String detail, int number, int limit) {
        var file = path(detail);
        return switch (kind) {
            case "DISK_FULL" -> Optional.of(new DiskFull(file));
            case "READ_ONLY" -> Optional.of(new NoPermission(file));
            case "DAMAGED" -> Optional.of(new Damaged(file, damage(number)));
            case "LOCKED" -> Optional.of(new InUse(file));
            case "TOO_NEW" -> Optional.of(new TooNew(file, number, limit, Optional.empty()));
            case "WOULD_LOSE" -> Optional.of(new WouldLose(file));
            case "OTHER" -> Optional.of(new Unusable(Path.of(""), detail));
            default -> Optional.empty();
        };
    }

    private static Damage damage(int number) {
        return number >= 0 && number < Damage.values().length
                ? Damage.values()[number]
                : Damage.BROKEN;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException neverOne) {
            return Path.of("");
        }
    }
}

package dev.paddock.sqlite;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.BrokenStream;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.ContextFull;
import dev.paddock.chat.ChatFailure.ContextOverflow;
import dev.paddock.chat.ChatFailure.EngineNotReady;
import dev.paddock.chat.ChatFailure.NotSaved;
import dev.paddock.chat.ChatFailure.Rejected;
import dev.paddock.chat.ChatFailure.Unauthorized;
import dev.paddock.chat.HistoryException;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Failures as columns of a message. The kinds are part of the file's format. */
final class Failures {
    private static final String NOT_SAVED = "not-saved ";

    private Failures() {}

    static Columns columns(ChatFailure failure) {
        return switch (failure) {
            case EngineNotReady() -> new Columns("engine-not-ready");
            case ConnectionLost(var detail) -> new Columns("connection-lost", detail);
            case ContextOverflow(var tokens, var most) ->
                    new Columns("context-overflow", "", tokens, most);
            case ContextFull() -> new Columns("context-full");
            case Unauthorized() -> new Columns("unauthorized");
            case Rejected(var status, var says) -> new Columns("rejected", says, status, 0);
            case BrokenStream(var detail) -> new Columns("broken-stream", detail);
            case NotSaved(var kind, var detail) -> new Columns(NOT_SAVED + kind.name(), detail);
        };
    }

    /** Empty also for a kind that this version does not know. */
    static Optional<ChatFailure> read(ResultRow row) throws SQLException {
        var kind = row.optionalText();
        if (kind.isEmpty()) {
            row.skip(3);
            return Optional.empty();
        }
        var detail = row.text();
        int number = row.integer();
        int limit = row.integer();
        return switch (kind.get()) {
            case "engine-not-ready" -> Optional.of(new EngineNotReady());
            case "connection-lost" -> Optional.of(new ConnectionLost(detail));
            case "context-overflow" -> Optional.of(new ContextOverflow(number, limit));
            case "context-full" -> Optional.of(new ContextFull());
            case "unauthorized" -> Optional.of(new Unauthorized());
            case "rejected" -> Optional.of(new Rejected(number, detail));
            case "broken-stream" -> Optional.of(new BrokenStream(detail));
            default -> notSaved(kind.get(), detail);
        };
    }

    private static Optional<ChatFailure> notSaved(String kind, String detail) {
        return Arrays.stream(HistoryException.Kind.values())
                .filter(one -> kind.equals(NOT_SAVED + one.name()))
                .findFirst()
                .map(one -> new NotSaved(one, detail));
    }

    /** The values of the four columns. */
    record Columns(String kind, String detail, int number, int limit) {
        Columns(String kind) {
            this(kind, "");
        }

        Columns(String kind, String detail) {
            this(kind, detail, 0, 0);
        }
    }
}

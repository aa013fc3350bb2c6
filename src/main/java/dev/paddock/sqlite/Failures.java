package dev.paddock.sqlite;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.BrokenStream;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.ContextFull;
import dev.paddock.chat.ChatFailure.ContextOverflow;
import dev.paddock.chat.ChatFailure.ConversationClosed;
import dev.paddock.chat.ChatFailure.DeviceLost;
import dev.paddock.chat.ChatFailure.EngineNotReady;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.ChatFailure.NotSaved;
import dev.paddock.chat.ChatFailure.Rejected;
import dev.paddock.chat.ChatFailure.TimeLimit;
import dev.paddock.chat.ChatFailure.Unauthorized;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Failures as columns of a message. The kinds are part of the file's format, and so is what follows
 * a kind after a space.
 */
final class Failures {
    private static final String LOST = "connection-lost";
    private static final String BROKEN = "broken-stream";
    private static final String NOT_SAVED = "not-saved";

    private Failures() {}

    static Columns columns(ChatFailure failure) {
        return switch (failure) {
            case EngineNotReady() -> new Columns("engine-not-ready");
            case ConnectionLost(var how) -> new Columns(LOST + " " + how.name());
            case ContextOverflow(var tokens, var most) ->
                    new Columns("context-overflow", "", tokens, most);
            case ContextFull() -> new Columns("context-full");
            case Unauthorized() -> new Columns("unauthorized");
            case Rejected(var status, var says) -> new Columns("rejected", says, status, 0);
            case BrokenStream(var fault, var says) ->
                    new Columns(BROKEN + " " + fault.name(), says);
            case DeviceLost(var says) -> new Columns("device-lost", says);
            case TimeLimit(var limit) -> new Columns("time-limit", "", (int) limit.toSeconds(), 0);
            case NotSaved(var why) -> HistoryFailures.columns(NOT_SAVED, why);
            case ConversationClosed() -> new Columns("conversation-closed");
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
        var parts = kind.get().split(" ", 2);
        var how = parts.length == 1 ? "" : parts[1];
        return switch (parts[0]) {
            case "engine-not-ready" -> Optional.of(new EngineNotReady());
            case LOST -> Optional.of(new ConnectionLost(value(Loss.BROKEN, how)));
            case "context-overflow" -> Optional.of(new ContextOverflow(number, limit));
            case "context-full" -> Optional.of(new ContextFull());
            case "unauthorized" -> Optional.of(new Unauthorized());
            case "device-lost" -> Optional.of(new DeviceLost(detail));
            case "time-limit" -> Optional.of(new TimeLimit(Duration.ofSeconds(number)));
            case "rejected" -> Optional.of(new Rejected(number, detail));
            case BROKEN -> Optional.of(broken(how, detail));
            case NOT_SAVED -> HistoryFailures.read(how, detail, number, limit).map(NotSaved::new);
            case "conversation-closed" -> Optional.of(new ConversationClosed());
            default -> Optional.empty();
        };
    }

    /**
     * Before there were kinds of it, the detail was a sentence of Paddock's own as often as not.
     */
    private static BrokenStream broken(String fault, String detail) {
        return fault.isEmpty()
                ? new BrokenStream(Fault.NOT_AN_EVENT)
                : new BrokenStream(value(Fault.NOT_AN_EVENT, fault), detail);
    }

    /** {@code usual} for a name that this version does not know. */
    private static <E extends Enum<E>> E value(E usual, String name) {
        for (E one : usual.getDeclaringClass().getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return usual;
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

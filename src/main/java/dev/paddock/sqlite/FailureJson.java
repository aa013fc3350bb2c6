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

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Failures as JSON. The kinds are part of the file's format. */
final class FailureJson {
    private static final String NOT_SAVED = "not-saved ";

    private FailureJson() {}

    static Map<String, Object> write(ChatFailure failure) {
        return switch (failure) {
            case EngineNotReady() -> members("engine-not-ready", "");
            case ConnectionLost(var detail) -> members("connection-lost", detail);
            case ContextOverflow(var tokens, var most) ->
                    Map.of("kind", "context-overflow", "number", tokens, "limit", most);
            case ContextFull() -> members("context-full", "");
            case Unauthorized() -> members("unauthorized", "");
            case Rejected(var status, var says) ->
                    Map.of("kind", "rejected", "detail", says, "number", status);
            case BrokenStream(var detail) -> members("broken-stream", detail);
            case NotSaved(var kind, var detail) -> members(NOT_SAVED + kind.name(), detail);
        };
    }

    /** Empty for a kind that this version does not know. */
    static Optional<ChatFailure> read(Map<String, Object> members) {
        var kind = Details.text(members, "kind").orElse("");
        var detail = Details.text(members, "detail").orElse("");
        int number = Details.number(members, "number").intValue();
        int limit = Details.number(members, "limit").intValue();
        return switch (kind) {
            case "engine-not-ready" -> Optional.of(new EngineNotReady());
            case "connection-lost" -> Optional.of(new ConnectionLost(detail));
            case "context-overflow" -> Optional.of(new ContextOverflow(number, limit));
            case "context-full" -> Optional.of(new ContextFull());
            case "unauthorized" -> Optional.of(new Unauthorized());
            case "rejected" -> Optional.of(new Rejected(number, detail));
            case "broken-stream" -> Optional.of(new BrokenStream(detail));
            default -> notSaved(kind, detail);
        };
    }

    private static Optional<ChatFailure> notSaved(String kind, String detail) {
        return Arrays.stream(HistoryException.Kind.values())
                .filter(one -> kind.equals(NOT_SAVED + one.name()))
                .findFirst()
                .map(one -> new NotSaved(one, detail));
    }

    private static Map<String, Object> members(String kind, String detail) {
        return Map.of("kind", kind, "detail", detail);
    }
}

package dev.paddock.exchange;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why an answer is not whole. One that could not be saved is in no history, and in no file. */
final class FailureJson {
    private FailureJson() {}

    static Optional<Map<String, Object>> write(ChatFailure failure) {
        return switch (failure) {
            case ChatFailure.EngineNotReady _ -> kind("engine_not_ready");
            case ChatFailure.ConnectionLost(var how) -> kind("connection_lost", "how", how.name());
            case ChatFailure.ContextOverflow(var tokens, var most) ->
                    kind("context_overflow", "tokens", tokens, "limit", most);
            case ChatFailure.ContextFull _ -> kind("context_full");
            case ChatFailure.Unauthorized _ -> kind("unauthorized");
            case ChatFailure.Rejected(var status, var says) ->
                    kind("rejected", "status", status, "says", says);
            case ChatFailure.BrokenStream(var fault, var says) ->
                    kind("broken_stream", "how", fault.name(), "says", says);
            case ChatFailure.DeviceLost(var says) -> kind("device_lost", "says", says);
            case ChatFailure.TimeLimit(var limit) ->
                    kind("time_limit", "seconds", limit.toSeconds());
            case ChatFailure.ConversationClosed _ -> kind("conversation_closed");
            case ChatFailure.NotSaved _ -> Optional.empty();
        };
    }

    private static Optional<Map<String, Object>> kind(String kind, Object... members) {
        var all = new LinkedHashMap<String, Object>();
        all.put("kind", kind);
        for (int i = 0; i < members.length; i += 2) {
            all.put(members[i].toString(), members[i + 1]);
        }
        return Optional.of(all);
    }

    /** Empty for one that this version does not know. */
    static Optional<ChatFailure> read(JsonMembers it) {
        var says = it.text("says").orElse("");
        return switch (it.text("kind").orElse("")) {
            case "engine_not_ready" -> Optional.of(new ChatFailure.EngineNotReady());
            case "connection_lost" ->
                    Optional.of(new ChatFailure.ConnectionLost(it.name("how", Loss.BROKEN)));
            case "context_overflow" ->
                    Optional.of(
                            new ChatFailure.ContextOverflow(
                                    (int) it.whole("tokens"), (int) it.whole("limit")));
            case "context_full" -> Optional.of(new ChatFailure.ContextFull());
            case "unauthorized" -> Optional.of(new ChatFailure.Unauthorized());
            case "rejected" ->
                    Optional.of(new ChatFailure.Rejected((int) it.whole("status"), says));
            case "broken_stream" ->
                    Optional.of(
                            new ChatFailure.BrokenStream(it.name("how", Fault.NOT_AN_EVENT), says));
            case "device_lost" -> Optional.of(new ChatFailure.DeviceLost(says));
            case "time_limit" ->
                    Optional.of(new ChatFailure.TimeLimit(Duration.ofSeconds(it.whole("seconds"))));
            case "conversation_closed" -> Optional.of(new ChatFailure.ConversationClosed());
            default -> Optional.empty();
        };
    }
}

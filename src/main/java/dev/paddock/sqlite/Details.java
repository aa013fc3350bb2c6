package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.chat.Role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Origin, statistics and failure of a message: what is shown, and never asked for. */
final class Details {
    private static final String CONNECTION = "connection";
    private static final String MODEL = "model";
    private static final String BUILD = "engine_build";
    private static final String OPTIONS = "options";
    private static final String STATISTICS = "statistics";
    private static final String FAILURE = "failure";

    private Details() {}

    /**
     * To be merged into what is kept. A failure of a kind that this version does not know was read
     * as none and stays.
     */
    static String write(Message message) {
        if (message.role() != Role.ASSISTANT) {
            return "{}";
        }
        var members = new LinkedHashMap<String, Object>();
        var origin = message.origin();
        members.put(CONNECTION, orNull(origin.connection()));
        members.put(MODEL, orNull(origin.model()));
        members.put(BUILD, orNull(origin.engineBuild()));
        members.put(OPTIONS, orNull(origin.options().map(OptionsJson::write)));
        members.put(STATISTICS, orNull(message.statistics().map(Details::write)));
        var failure = message.failure().map(FailureJson::write);
        if (failure.isPresent() || !failed(message.status())) {
            members.put(FAILURE, orNull(failure));
        }
        return Json.text(members);
    }

    static MessageOrigin origin(Map<String, Object> members) {
        return members.isEmpty()
                ? MessageOrigin.NONE
                : new MessageOrigin(
                        text(members, CONNECTION),
                        text(members, MODEL),
                        text(members, BUILD),
                        object(members, OPTIONS).map(OptionsJson::read));
    }

    static Outcome outcome(MessageStatus status, Map<String, Object> members) {
        return new Outcome(
                status,
                object(members, STATISTICS).map(Details::statistics),
                object(members, FAILURE).flatMap(FailureJson::read));
    }

    private static boolean failed(MessageStatus status) {
        return status == MessageStatus.FAILED || status == MessageStatus.INTERRUPTED;
    }

    private static Map<String, Object> write(AnswerStatistics figures) {
        var members = new LinkedHashMap<String, Object>();
        members.put("prompt_tokens", figures.promptTokens());
        members.put("cached_tokens", figures.cachedTokens());
        members.put("completion_tokens", figures.completionTokens());
        members.put("first_token_ms", figures.firstTokenMillis());
        members.put("tokens_per_second", figures.tokensPerSecond());
        members.put("total_ms", figures.totalMillis());
        return members;
    }

    private static AnswerStatistics statistics(Map<String, Object> members) {
        return new AnswerStatistics(
                number(members, "prompt_tokens").intValue(),
                number(members, "cached_tokens").intValue(),
                number(members, "completion_tokens").intValue(),
                number(members, "first_token_ms").longValue(),
                number(members, "tokens_per_second").doubleValue(),
                number(members, "total_ms").longValue());
    }

    static Optional<String> text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static Number number(Map<String, Object> members, String name) {
        return members.get(name) instanceof Number number ? number : 0;
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Map<String, Object> members, String name) {
        return members.get(name) instanceof Map<?, ?> object
                ? Optional.of((Map<String, Object>) object)
                : Optional.empty();
    }

    private static Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : Json.NULL;
    }
}

package dev.paddock.exchange;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.Outcome;
import dev.paddock.chat.WholeConversation;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A conversation with everything as one JSON object; docs/conversations.md describes it. */
final class ConversationJson {
    private ConversationJson() {}

    static Map<String, Object> write(WholeConversation whole) {
        var it = whole.conversation();
        var members = new LinkedHashMap<String, Object>();
        members.put("id", it.id().value().toString());
        members.put("title", it.title());
        members.put("title_chosen", it.titleChosen());
        members.put("system_prompt", it.systemPrompt());
        members.put("options", it.options().toJson());
        members.put("created", it.created().toEpochMilli());
        members.put("updated", it.updated().toEpochMilli());
        whole.leaf().ifPresent(leaf -> members.put("leaf", leaf.value().toString()));
        members.put("messages", whole.messages().stream().map(ConversationJson::message).toList());
        return members;
    }

    private static Map<String, Object> message(Message it) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", it.id().value().toString());
        it.parent().ifPresent(parent -> members.put("parent", parent.value().toString()));
        members.put("role", it.role().name());
        members.put("created", it.created().toEpochMilli());
        outcome(it.outcome(), members);
        origin(it.origin(), members);
        members.put("parts", it.parts().stream().map(PartJson::write).toList());
        return members;
    }

    private static void outcome(Outcome it, Map<String, Object> members) {
        members.put("status", it.status().name());
        it.reason().ifPresent(reason -> members.put("finish_reason", reason.name()));
        it.statistics().ifPresent(figures -> members.put("statistics", statistics(figures)));
        it.failure()
                .flatMap(FailureJson::write)
                .ifPresent(failure -> members.put("failure", failure));
    }

    private static Map<String, Object> statistics(AnswerStatistics it) {
        var members = new LinkedHashMap<String, Object>();
        members.put("prompt_tokens", it.promptTokens());
        members.put("cached_tokens", it.cachedTokens());
        members.put("completion_tokens", it.completionTokens());
        members.put("first_token_ms", it.firstTokenMillis());
        members.put("prompt_tokens_per_second", it.promptTokensPerSecond());
        members.put("tokens_per_second", it.tokensPerSecond());
        members.put("total_ms", it.totalMillis());
        return members;
    }

    private static void origin(MessageOrigin it, Map<String, Object> members) {
        it.connection().ifPresent(value -> members.put("connection", value));
        it.model().ifPresent(value -> members.put("model", value));
        it.engineBuild().ifPresent(value -> members.put("engine_build", value));
        it.options().ifPresent(value -> members.put("options", value.toJson()));
        if (it.edited()) {
            members.put("edited", true);
        }
    }

    /** Empty where it has no id. */
    static Optional<WholeConversation> read(JsonMembers it) {
        return Ids.of(it.text("id"))
                .map(
                        id ->
                                new WholeConversation(
                                        new Conversation(
                                                new ConversationId(id),
                                                it.text("title").orElse(""),
                                                it.truth("title_chosen"),
                                                it.text("system_prompt").orElse(""),
                                                it.object("options")
                                                        .map(ConversationJson::options)
                                                        .orElse(Options.EMPTY),
                                                Ids.time(it.whole("created")),
                                                Ids.time(it.whole("updated"))),
                                        MessageJson.readAll(it.list("messages")),
                                        Ids.of(it.text("leaf")).map(MessageId::new)));
    }

    static Options options(JsonMembers it) {
        var members = new LinkedHashMap<String, Object>();
        it.all().forEach((name, value) -> members.put(name.toString(), value));
        return Options.fromJson(members, SamplingOptions.CATALOGUE).options();
    }
}

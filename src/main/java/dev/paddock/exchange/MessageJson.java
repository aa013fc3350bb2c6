package dev.paddock.exchange;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.chat.Role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads messages. One without an id is left out, and one that follows none begins a branch. */
final class MessageJson {
    private MessageJson() {}

    static List<Message> readAll(List<?> values) {
        var all = new ArrayList<Message>();
        var seen = new HashSet<UUID>();
        for (var value : values) {
            var it = JsonMembers.of(value);
            var id = Ids.of(it.text("id")).filter(seen::add);
            if (id.isPresent()) {
                var parent = Ids.of(it.text("parent")).filter(seen::contains);
                all.add(read(it, new MessageId(id.get()), parent.map(MessageId::new)));
            }
        }
        return all;
    }

    private static Message read(JsonMembers it, MessageId id, Optional<MessageId> parent) {
        return new Message(
                id,
                parent,
                it.name("role", Role.USER),
                it.list("parts").stream().map(JsonMembers::of).map(PartJson::read).toList(),
                outcome(it),
                origin(it),
                Ids.time(it.whole("created")));
    }

    private static Outcome outcome(JsonMembers it) {
        var reason =
                it.text("finish_reason")
                        .flatMap(
                                name ->
                                        Stream.of(FinishReason.values())
                                                .filter(one -> one.name().equals(name))
                                                .findFirst());
        return new Outcome(
                it.name("status", MessageStatus.COMPLETE),
                reason,
                it.object("statistics").map(MessageJson::statistics),
                it.object("failure").flatMap(FailureJson::read));
    }

    private static AnswerStatistics statistics(JsonMembers it) {
        return new AnswerStatistics(
                (int) it.whole("prompt_tokens"),
                (int) it.whole("cached_tokens"),
                (int) it.whole("completion_tokens"),
                it.whole("first_token_ms"),
                it.real("prompt_tokens_per_second"),
                it.real("tokens_per_second"),
                it.whole("total_ms"));
    }

    private static MessageOrigin origin(JsonMembers it) {
        var origin =
                new MessageOrigin(
                        it.text("connection"),
                        it.text("model"),
                        it.text("engine_build"),
                        it.object("options").map(ConversationJson::options),
                        it.truth("edited"));
        return origin.connection().isEmpty() && origin.model().isEmpty() && !origin.edited()
                ? MessageOrigin.NONE
                : origin;
    }
}

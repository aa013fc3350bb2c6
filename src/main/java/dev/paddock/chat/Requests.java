package dev.paddock.chat;

import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Part.ToolCall;
import dev.paddock.chat.Part.ToolResult;
import dev.paddock.option.Options;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a branch into what the engine is asked. */
final class Requests {
    private Requests() {}

    /**
     * Messages with nothing to say are left out, as are calls without a result and results without
     * a call, which many chat templates refuse. So they do two turns of the same speaker: what
     * follows each other then becomes one.
     */
    static ChatRequest of(Conversation conversation, List<Message> branch, Options options) {
        var called = ids(branch.stream().flatMap(one -> calls(one).stream()).map(ToolCall::id));
        var answered =
                ids(branch.stream().flatMap(one -> results(one).stream()).map(ToolResult::call));
        var turns = new ArrayList<Turn>();
        for (var message : branch) {
            var calls = calls(message).stream().filter(it -> answered.contains(it.id())).toList();
            var results =
                    results(message).stream().filter(it -> called.contains(it.call())).toList();
            boolean continues = message.role() == Role.ASSISTANT && message == branch.getLast();
            var reasoning = continues ? message.reasoning() : "";
            var turn = new Turn(message.role(), message.content(), calls, results, reasoning);
            if (turn.content().isBlank()
                    && reasoning.isBlank()
                    && calls.isEmpty()
                    && results.isEmpty()) {
                continue;
            }
            if (!turns.isEmpty() && turns.getLast().role() == turn.role()) {
                turns.add(joined(turns.removeLast(), turn));
            } else {
                turns.add(turn);
            }
        }
        return new ChatRequest(conversation.systemPrompt(), turns, options);
    }

    private static Turn joined(Turn first, Turn second) {
        var gap = first.content().isEmpty() || second.content().isEmpty() ? "" : "\n\n";
        return new Turn(
                first.role(),
                first.content() + gap + second.content(),
                joined(first.calls(), second.calls()),
                joined(first.results(), second.results()),
                second.reasoning());
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<ToolCall> calls(Message message) {
        return of(message, ToolCall.class);
    }

    private static List<ToolResult> results(Message message) {
        return of(message, ToolResult.class);
    }

    private static <T extends Part> List<T> of(Message message, Class<T> kind) {
        return message.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toSet());
    }
}

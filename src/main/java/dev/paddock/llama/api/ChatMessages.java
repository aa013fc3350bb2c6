package dev.paddock.llama.api;

import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Part.ToolCall;
import dev.paddock.chat.Role;

import tools.jackson.core.JsonGenerator;

/** Writes the messages of a request in the form that OpenAI gave them. */
final class ChatMessages {
    private ChatMessages() {}

    static void write(ChatRequest request, JsonGenerator out) {
        out.writeArrayPropertyStart("messages");
        if (!request.systemPrompt().isBlank()) {
            begin(Role.SYSTEM, request.systemPrompt(), out);
            out.writeEndObject();
        }
        request.turns().forEach(turn -> turn(turn, out));
        out.writeEndArray();
    }

    /** Each result of a tool is a message of its own. */
    private static void turn(Turn turn, JsonGenerator out) {
        for (var result : turn.results()) {
            begin(Role.TOOL, result.text(), out);
            out.writeStringProperty("tool_call_id", result.call());
            out.writeEndObject();
        }
        if (turn.results().isEmpty()) {
            begin(turn.role(), turn.content(), out);
            if (!turn.reasoning().isEmpty()) {
                out.writeStringProperty("reasoning_content", turn.reasoning());
            }
            if (!turn.calls().isEmpty()) {
                out.writeArrayPropertyStart("tool_calls");
                turn.calls().forEach(call -> call(call, out));
                out.writeEndArray();
            }
            out.writeEndObject();
        }
    }

    private static void begin(Role role, String content, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("role", name(role));
        out.writeStringProperty("content", content);
    }

    private static void call(ToolCall call, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("id", call.id());
        out.writeStringProperty("type", "function");
        out.writeObjectPropertyStart("function");
        out.writeStringProperty("name", call.name());
        out.writeStringProperty("arguments", call.arguments());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String name(Role role) {
        return switch (role) {
            case SYSTEM -> "system";
            case USER -> "user";
            case ASSISTANT -> "assistant";
            case TOOL -> "tool";
        };
    }
}

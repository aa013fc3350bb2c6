package dev.paddock.sqlite;

import dev.paddock.chat.Part;
import dev.paddock.chat.Part.Attachment;
import dev.paddock.chat.Part.Reasoning;
import dev.paddock.chat.Part.Text;
import dev.paddock.chat.Part.ToolCall;
import dev.paddock.chat.Part.ToolResult;
import dev.paddock.chat.UnknownMembers;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a message as JSON. What it does not know comes out as it went in: members byte for
 * byte, and a part of another kind, or with a member of another type, whole.
 */
final class PartsJson {
    private static final String EMPTY = "[]";

    private PartsJson() {}

    static String write(List<Part> parts) {
        if (parts.isEmpty()) {
            return EMPTY;
        }
        var text = new StringWriter();
        try (var out = Json.factory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            parts.forEach(part -> write(part, out));
            out.writeEndArray();
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException when it is no array of objects
     */
    static List<Part> read(byte[] json) {
        if (json.length == 2 && json[0] == '[' && json[1] == ']') {
            return List.of();
        }
        var parts = new ArrayList<Part>(2);
        for (var members : Members.ofArray(json)) {
            parts.add(part(members).orElseGet(() -> new Part.Unknown(members.json())));
        }
        return parts;
    }

    private static Optional<Part> part(Members it) {
        return it.text("type").flatMap(type -> part(type, it));
    }

    private static Optional<Part> part(String type, Members it) {
        return switch (type) {
            case "text" -> it.text("text").map(text -> new Text(text, it.unknown()));
            case "reasoning" -> it.text("text").map(text -> new Reasoning(text, it.unknown()));
            case "attachment" ->
                    all(it, "blob", "name", "media_type")
                            .map(all -> new Attachment(all[0], all[1], all[2], it.unknown()));
            case "tool_call" ->
                    all(it, "id", "name", "arguments")
                            .map(all -> new ToolCall(all[0], all[1], all[2], it.unknown()));
            case "tool_result" ->
                    it.truth("failed")
                            .flatMap(
                                    failed ->
                                            all(it, "call", "text")
                                                    .map(all -> result(all, failed, it)));
            default -> Optional.empty();
        };
    }

    private static Part result(String[] all, boolean failed, Members it) {
        return new ToolResult(all[0], all[1], failed, it.unknown());
    }

    private static Optional<String[]> all(Members it, String... names) {
        var texts = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            var text = it.text(names[i]);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts[i] = text.get();
        }
        return Optional.of(texts);
    }

    private static void write(Part part, JsonGenerator out) {
        switch (part) {
            case Text(var text, var unknown) -> {
                begin("text", out);
                out.writeStringProperty("text", text);
                end(unknown, out);
            }
            case Reasoning(var text, var unknown) -> {
                begin("reasoning", out);
                out.writeStringProperty("text", text);
                end(unknown, out);
            }
            case Attachment(var blob, var name, var mediaType, var unknown) -> {
                begin("attachment", out);
                out.writeStringProperty("blob", blob);
                out.writeStringProperty("name", name);
                out.writeStringProperty("media_type", mediaType);
                end(unknown, out);
            }
            case ToolCall(var id, var name, var arguments, var unknown) -> {
                begin("tool_call", out);
                out.writeStringProperty("id", id);
                out.writeStringProperty("name", name);
                out.writeStringProperty("arguments", arguments);
                end(unknown, out);
            }
            case ToolResult(var call, var text, var failed, var unknown) -> {
                begin("tool_result", out);
                out.writeStringProperty("call", call);
                out.writeStringProperty("text", text);
                out.writeBooleanProperty("failed", failed);
                end(unknown, out);
            }
            case Part.Unknown(var json) -> out.writeRawValue(json);
        }
    }

    private static void begin(String type, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("type", type);
    }

    private static void end(UnknownMembers unknown, JsonGenerator out) {
        if (!unknown.json().isEmpty()) {
            out.writeRaw("," + unknown.json());
        }
        out.writeEndObject();
    }
}

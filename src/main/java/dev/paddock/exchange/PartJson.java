package dev.paddock.exchange;

import dev.paddock.chat.Part;
import dev.paddock.chat.UnknownMembers;

import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a message. What no version here knows is carried along as its text. */
final class PartJson {
    private PartJson() {}

    static Map<String, Object> write(Part part) {
        return switch (part) {
            case Part.Text(var text, var unknown) -> members(unknown, "type", "text", "text", text);
            case Part.Reasoning(var text, var unknown) ->
                    members(unknown, "type", "reasoning", "text", text);
            case Part.Attachment(var blob, var name, var mediaType, var unknown) ->
                    members(
                            unknown,
                            "type",
                            "attachment",
                            "blob",
                            blob,
                            "name",
                            name,
                            "media_type",
                            mediaType);
            case Part.ToolCall it -> call(it);
            case Part.ToolResult it -> result(it);
            case Part.Unknown(var json) ->
                    members(UnknownMembers.NONE, "type", "unknown", "json", json);
        };
    }

    private static Map<String, Object> call(Part.ToolCall it) {
        var members = members(it.unknown(), "type", "tool_call", "id", it.id());
        members.put("name", it.name());
        members.put("arguments", it.arguments());
        return members;
    }

    private static Map<String, Object> result(Part.ToolResult it) {
        var members = members(it.unknown(), "type", "tool_result", "call", it.call());
        members.put("text", it.text());
        members.put("failed", it.failed());
        return members;
    }

    private static Map<String, Object> members(UnknownMembers unknown, Object... all) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < all.length; i += 2) {
            members.put(all[i].toString(), all[i + 1]);
        }
        if (!unknown.json().isEmpty()) {
            members.put("unknown", unknown.json());
        }
        return members;
    }

    static Part read(JsonMembers it) {
        var unknown = it.text("unknown").map(UnknownMembers::new).orElse(UnknownMembers.NONE);
        var text = it.text("text").orElse("");
        return switch (it.text("type").orElse("")) {
            case "reasoning" -> new Part.Reasoning(text, unknown);
            case "attachment" ->
                    new Part.Attachment(
                            it.text("blob").orElse(""),
                            it.text("name").orElse(""),
                            it.text("media_type").orElse(""),
                            unknown);
            case "tool_call" ->
                    new Part.ToolCall(
                            it.text("id").orElse(""),
                            it.text("name").orElse(""),
                            it.text("arguments").orElse(""),
                            unknown);
            case "tool_result" ->
                    new Part.ToolResult(
                            it.text("call").orElse(""), text, it.truth("failed"), unknown);
            case "unknown" -> new Part.Unknown(it.text("json").orElse("{}"));
            default -> new Part.Text(text, unknown);
        };
    }
}

package dev.paddock.llama.api;

import dev.paddock.engine.EngineInfo;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What matters here of {@code /props}. Read with the streaming parser: loading the one that builds
 * trees would take longer than a small model does, at the worst moment.
 */
final class Props {
    private static final int LONGEST = 8_192;

    private String modelPath = "";
    private String build = "";
    private int slots = 1;
    private int contextPerSlot;

    private Props() {}

    static Props read(JsonFactory json, byte[] body) {
        var props = new Props();
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            var first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an object");
            }
            Chunk.members(parser, first, props::member);
        }
        return props;
    }

    String modelPath() {
        return modelPath;
    }

    EngineInfo info() {
        return new EngineInfo(modelPath, contextPerSlot, slots, build);
    }

    private void member(JsonParser parser, String name) {
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
        switch (name) {
            case "model_path" -> modelPath = text ? cut(parser.getString()) : "";
            case "build_info" -> build = text ? cut(parser.getString()) : "";
            case "total_slots" -> slots = Math.max(1, Chunk.integer(parser));
            case "default_generation_settings" ->
                    Chunk.members(parser, parser.currentToken(), this::setting);
            default -> parser.skipChildren();
        }
    }

    /** Longer than any path; these are shown. */
    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private void setting(JsonParser parser, String name) {
        if (name.equals("n_ctx")) {
            contextPerSlot = Math.max(0, Chunk.integer(parser));
        } else {
            parser.skipChildren();
        }
    }
}

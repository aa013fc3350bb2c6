package dev.paddock.llama.api;

import dev.paddock.chat.ChatFailure;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.regex.Pattern;

/** llama-server's {@code {"code":…,"message":…,"type":…}}. */
final class ErrorBody {
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final Pattern FULL =
            Pattern.compile("context size (?:has been|was|is) exceeded", Pattern.CASE_INSENSITIVE);

    private static final Pattern LOST =
            Pattern.compile("decode\\(\\) failed: .*device ?lost", Pattern.CASE_INSENSITIVE);

    private int code;
    private String message = "";
    private String type = "";
    private int promptTokens;
    private int contextSize;

    void read(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            message = parser.getString();
        } else {
            Chunk.members(parser, value, this::member);
        }
    }

    private void member(JsonParser parser, String name) {
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
        switch (name) {
            case "code" -> code = text ? 0 : Chunk.integer(parser);
            case "message" -> message = text ? parser.getString() : message;
            case "type" -> type = text ? parser.getString() : type;
            case "n_prompt_tokens" -> promptTokens = Chunk.integer(parser);
            case "n_ctx" -> contextSize = Chunk.integer(parser);
            default -> parser.skipChildren();
        }
    }

    /**
     * @param status of the answer; 0 for an error within a stream, which brings its own code
     */
    ChatFailure failure(int status) {
        int number = status == 0 ? code : status;
        if (type.equals("exceed_context_size_error")) {
            return new ChatFailure.ContextOverflow(promptTokens, contextSize);
        }
        if (FULL.matcher(message).find()) {
            return new ChatFailure.ContextFull();
        }
        if (LOST.matcher(message).find()) {
            return new ChatFailure.DeviceLost(message);
        }
        return switch (number) {
            case UNAUTHORIZED -> new ChatFailure.Unauthorized();
            case UNAVAILABLE -> new ChatFailure.EngineNotReady();
            default -> new ChatFailure.Rejected(number, message);
        };
    }
}

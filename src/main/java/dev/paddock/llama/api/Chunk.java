package dev.paddock.llama.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One event of a chat stream. Read with a streaming parser into fields that are used again for the
 * next event: thousands come in a second, and nearly all hold one short text.
 */
final class Chunk {
    String content = "";
    String reasoning = "";
    String finishReason = "";
    int progressDone = -1;
    int progressTotal;
    int progressCached;
    int progressMillis;
    int promptTokens = -1;
    int cachedTokens = -1;
    int completionTokens = -1;
    double promptTokensPerSecond;
    double tokensPerSecond = -1;

    /** Empty until the end, and where the engine was not asked for more. */
    String stopType = "";

    boolean failed;
    final ErrorBody error = new ErrorBody();

    /** Replaces everything by what the next event says. */
    void read(JsonParser parser) {
        content = "";
        reasoning = "";
        progressDone = -1;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not an object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "choices" -> choices(parser, value);
                case "prompt_progress" -> members(parser, value, this::progress);
                case "usage" -> members(parser, value, this::usage);
                case "timings" -> members(parser, value, this::timings);
                case "__verbose" -> members(parser, value, this::verbose);
                case "error" -> {
                    // Some servers name the member in every event, and say that there is none.
                    failed = value != JsonToken.VALUE_NULL;
                    error.read(parser, value);
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void choices(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (var at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
            members(parser, at, this::choice);
        }
    }

    private void choice(JsonParser parser, String name) {
        switch (name) {
            case "delta" -> members(parser, parser.currentToken(), this::delta);
            case "finish_reason" -> {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    finishReason = parser.getString();
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void delta(JsonParser parser, String name) {
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
        switch (name) {
            case "content" -> content = text ? parser.getString() : "";
            case "reasoning_content" -> reasoning = text ? parser.getString() : "";
            default -> parser.skipChildren();
        }
    }

    private void progress(JsonParser parser, String name) {
        switch (name) {
            case "processed" -> progressDone = integer(parser);
            case "total" -> progressTotal = integer(parser);
            case "cache" -> progressCached = integer(parser);
            case "time_ms" -> progressMillis = integer(parser);
            default -> parser.skipChildren();
        }
    }

    private void usage(JsonParser parser, String name) {
        switch (name) {
            case "prompt_tokens" -> promptTokens = integer(parser);
            case "completion_tokens" -> completionTokens = integer(parser);
            case "prompt_tokens_details" ->
                    members(parser, parser.currentToken(), this::promptDetails);
            default -> parser.skipChildren();
        }
    }

    private void promptDetails(JsonParser parser, String name) {
        if (name.equals("cached_tokens")) {
            cachedTokens = integer(parser);
        } else {
            parser.skipChildren();
        }
    }

    private void timings(JsonParser parser, String name) {
        switch (name) {
            case "cache_n" -> cachedTokens = integer(parser);
            case "prompt_per_second" -> promptTokensPerSecond = real(parser);
            case "predicted_per_second" -> tokensPerSecond = real(parser);
            default -> parser.skipChildren();
        }
    }

    private void verbose(JsonParser parser, String name) {
        if (name.equals("stop_type") && parser.currentToken() == JsonToken.VALUE_STRING) {
            stopType = parser.getString();
        } else {
            parser.skipChildren();
        }
    }

    /** Takes the value of one member; the parser stands on its first token. */
    @FunctionalInterface
    interface Member {
        void take(JsonParser parser, String name);
    }

    static void members(JsonParser parser, JsonToken value, Member member) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.take(parser, name);
        }
    }

    static int integer(JsonParser parser) {
        return (int) real(parser);
    }

    private static double real(JsonParser parser) {
        if (parser.currentToken().isNumeric()) {
            double value = parser.getDoubleValue();
            // Counts and speeds: none is below nothing, and none without an end.
            return Double.isFinite(value) ? Math.max(0, value) : 0;
        }
        parser.skipChildren();
        return 0;
    }
}

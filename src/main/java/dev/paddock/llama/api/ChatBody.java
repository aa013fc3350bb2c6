package dev.paddock.llama.api;

import dev.paddock.chat.ChatRequest;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;

/** Writes a chat request as llama-server wants it. */
final class ChatBody {
    private ChatBody() {}

    static byte[] of(ChatRequest request, JsonFactory json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeBooleanProperty("stream", true);
            out.writeObjectPropertyStart("stream_options");
            out.writeBooleanProperty("include_usage", true);
            out.writeEndObject();
            out.writeBooleanProperty("return_progress", true);
            var sampling = request.sampling();
            out.writeNumberProperty("temperature", sampling.temperature());
            out.writeNumberProperty("top_p", sampling.topP());
            out.writeNumberProperty("top_k", sampling.topK());
            sampling.maxTokens().ifPresent(most -> out.writeNumberProperty("max_tokens", most));
            ChatMessages.write(request, out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}

package dev.paddock.llama.api;

import dev.paddock.chat.ChatRequest;
import dev.paddock.json.JsonTree;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a chat request as llama-server wants it. */
final class ChatBody {
    private ChatBody() {}

    static byte[] of(ChatRequest request, JsonFactory json) {
        var bytes = new ByteArrayOutputStream();
        try (var out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeBooleanProperty("stream", true);
            fields(request.options())
                    .forEach(
                            (name, value) -> {
                                out.writeName(name);
                                JsonTree.put(out, value);
                            });
            ChatMessages.write(request, out);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** What is not set is left to the engine and the model, which have defaults of their own. */
    private static Map<String, Object> fields(Options options) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("stream_options", Map.of("include_usage", true));
        fields.put("return_progress", true);
        if (!options.value(SamplingOptions.STOP_SEQUENCES).isEmpty()) {
            // Only then does the engine say whether one of them ended the answer.
            fields.put("verbose", true);
        }
        SamplingOptions.CATALOGUE
                .options()
                .forEach(option -> field(option, options).ifPresent(fields::putAll));
        fields.putAll(options.value(SamplingOptions.EXTRA_FIELDS));
        fields.keySet().removeAll(SamplingOptions.FIELDS_OF_OURS);
        return fields;
    }

    private static <T> Optional<Map<String, Object>> field(Option<T> option, Options options) {
        return option.field()
                .flatMap(
                        name ->
                                options.get(option)
                                        .filter(value -> !option.kind().automatic(value))
                                        .map(value -> Map.of(name, option.kind().toJson(value))));
    }
}

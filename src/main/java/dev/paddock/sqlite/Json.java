package dev.paddock.sqlite;

import dev.paddock.json.JsonTree;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON objects as maps of texts, numbers, truths, lists and maps; nulls are left out. */
final class Json {
    /** To write a null, which takes a member out of what it is merged into. */
    static final Object NULL = Optional.empty();

    private Json() {}

    /** Apart, because loading the parser takes longer than all that needs none. */
    private static final class Parser {
        /** Takes texts of any length, as the file does. */
        static final JsonFactory FACTORY =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .build())
                        .build();
    }

    static JsonFactory factory() {
        return Parser.FACTORY;
    }

    /**
     * @throws IllegalArgumentException when it is no JSON object
     */
    static Map<String, Object> object(byte[] json) {
        if (json.length == 2 && json[0] == '{' && json[1] == '}') {
            return Map.of();
        }
        try (var parser = factory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an object");
            }
            return members(parser);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    static String text(Map<String, ?> members) {
        if (members.isEmpty()) {
            return "{}";
        }
        var text = new StringWriter();
        try (var out = factory().createGenerator(ObjectWriteContext.empty(), text)) {
            JsonTree.put(out, members);
        }
        return text.toString();
    }

    private static Map<String, Object> members(JsonParser parser) {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            value(parser).ifPresent(value -> members.put(name, value));
        }
        return members;
    }

    /** Empty for null. */
    private static Optional<Object> value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getNumberValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case START_OBJECT -> Optional.of(members(parser));
            case START_ARRAY -> Optional.of(elements(parser));
            default -> Optional.empty();
        };
    }

    private static List<Object> elements(JsonParser parser) {
        var elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser).ifPresent(elements::add);
        }
        return elements;
    }
}

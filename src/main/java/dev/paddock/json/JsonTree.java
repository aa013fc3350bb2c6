package dev.paddock.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as maps, lists, texts, numbers, booleans, and an empty {@link Optional} for null. Uses
 * Jackson's core alone: binding objects would cost the app's start a tenth of a second more.
 */
public final class JsonTree {
    private static final ObjectWriteContext INDENTED =
            new ObjectWriteContext.Base() {
                @Override
                public PrettyPrinter getPrettyPrinter() {
                    return new DefaultPrettyPrinter();
                }

                @Override
                public boolean hasPrettyPrinter() {
                    return true;
                }
            };

    private JsonTree() {}

    /**
     * @throws IOException when it is not one JSON object
     * @throws tools.jackson.core.JacksonException when it is no JSON at all
     */
    public static Map<String, Object> read(byte[] json) throws IOException {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            var root = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one object");
            }
            return root;
        }
    }

    /** Indented, for people to read. */
    public static byte[] write(Map<String, Object> root) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JsonFactory().createGenerator(INDENTED, bytes)) {
            put(out, root);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    /** In one line. */
    public static String line(Map<String, Object> root) {
        var text = new StringWriter();
        try (var out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            put(out, root);
        }
        return text.toString();
    }

    /** The value that {@code parser} stands at. */
    public static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var elements = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IOException("no value");
        };
    }

    /** Writes one value; null is an empty {@link Optional}. */
    public static void put(JsonGenerator out, Object value) {
        switch (value) {
            case Map<?, ?> members -> {
                out.writeStartObject();
                members.forEach(
                        (name, member) -> {
                            out.writeName(name.toString());
                            put(out, member);
                        });
                out.writeEndObject();
            }
            case List<?> elements -> {
                out.writeStartArray();
                elements.forEach(element -> put(out, element));
                out.writeEndArray();
            }
            case Number number -> out.writeNumber(number.toString());
            case Boolean flag -> out.writeBoolean(flag);
            case Optional<?> _ -> out.writeNull();
            default -> out.writeString(value.toString());
        }
    }
}

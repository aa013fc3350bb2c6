package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.Part;
import dev.paddock.chat.UnknownMembers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.ObjectMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class PartsJsonTest {
    private static final int ROUNDS = 5000;
    private static final String[] VALUES = {
        "null",
        "true",
        "-1.50e3",
        "12345678901234567890.123456789",
        "\"\\u0000 \\\"é\\/\"",
        "[]",
        "{\"type\":\"text\",\"deep\":[1,{\"x\":[ ]}]}",
        "\"🦙\"",
        "[ 1 , \"]}\" , {} ]",
        "0"
    };
    private static final String[] TEXTS = {
        "", "a", "\0", "\"", "\\", "}", "],[", "🦙", "é", "\u2028", "null", "\n\r\t\b\f\u001f\u007f"
    };

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void whatIsWrittenIsReadAgain() {
        var random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            var parts = parts(random);
            assertEquals(parts, read(PartsJson.write(parts)));
        }
    }

    /** Also what another version has written with spaces, in another order, of other types. */
    @Test
    void whatIsReadMeansTheSameWhenItIsWrittenAgain() {
        var random = new Random(6);
        for (int round = 0; round < ROUNDS; round++) {
            var json = array(random);
            var again = PartsJson.write(read(json));
            assertEquals(mapper.readTree(json), mapper.readTree(again), json);
            assertEquals(read(json), read(again));
        }
    }

    @Test
    void knowsItsOwnPartsWhateverElseIsInThem() {
        var json =
                """
                [ {"x" : [1], "text" :"A", "type": "text", "y":{"z":null}},
                  {"type":"tool_call","id":"1","name":"n","arguments":"{","rest":1.0},
                  {"type":"text","text":5}, {"type":"video"}, 7 ]
                """;
        assertEquals(
                List.of(
                        new Part.Text("A", new UnknownMembers("\"x\" : [1],\"y\":{\"z\":null}")),
                        new Part.ToolCall("1", "n", "{", new UnknownMembers("\"rest\":1.0")),
                        new Part.Unknown("{\"type\":\"text\",\"text\":5}"),
                        new Part.Unknown("{\"type\":\"video\"}"),
                        new Part.Unknown("7")),
                read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}x", "[{]", "[{\"a\"", "[\"\u0001\"]", "nul", "[1"})
    void saysWhenItIsNoArray(String json) {
        assertThrows(IllegalArgumentException.class, () -> read(json));
    }

    private static List<Part> read(String json) {
        return PartsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Part> parts(Random random) {
        var parts = new ArrayList<Part>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var more = unknown(random);
            parts.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Part.Text(text(random), more);
                        case 1 -> new Part.Reasoning(text(random), more);
                        case 2 ->
                                new Part.Attachment(text(random), text(random), "image/png", more);
                        case 3 -> new Part.ToolCall(text(random), text(random), "{}", more);
                        case 4 ->
                                new Part.ToolResult("1", text(random), random.nextBoolean(), more);
                        default ->
                                new Part.Unknown("{\"type\":\"new\",\"v\":" + value(random) + "}");
                    });
        }
        return parts;
    }

    private static UnknownMembers unknown(Random random) {
        var members = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add("\"x" + i + "\":" + value(random));
        }
        return new UnknownMembers(String.join(",", members));
    }

    private static String array(Random random) {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(random.nextInt(8) == 0 ? value(random) : object(random));
        }
        return "[ " + String.join(" , ", parts) + "]";
    }

    private static String object(Random random) {
        var names =
                new ArrayList<>(
                        List.of("type", "text", "id", "name", "arguments", "call", "failed", "x"));
        Collections.shuffle(names, random);
        var members = new ArrayList<String>();
        for (var name : names.subList(0, random.nextInt(names.size() + 1))) {
            var kinds = List.of("\"text\"", "\"tool_call\"", "\"tool_result\"", "\"new\"");
            var value =
                    name.equals("type")
                            ? kinds.get(random.nextInt(kinds.size()))
                            : random.nextBoolean() ? "\"t\"" : value(random);
            members.add(" \"" + name + "\" :" + value);
        }
        return "{" + String.join(",", members) + " }";
    }

    private static String value(Random random) {
        return VALUES[random.nextInt(VALUES.length)];
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }
}

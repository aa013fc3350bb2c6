package dev.paddock.sqlite;

import dev.paddock.chat.UnknownMembers;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The members of one JSON value, none if it is no object. Texts and truths can be asked for; what
 * was not asked for, or was something else, is {@link #unknown}.
 */
final class Members {
    private final byte[] source;
    private final List<Member> all = new ArrayList<>(4);
    private int from;
    private int to;

    /** One of them; its name and value stand from {@code from} to before {@code to}. */
    private static final class Member {
        private final String name;
        private final Optional<Object> value;
        private final int from;
        private final int to;
        private boolean known;

        Member(String name, Optional<Object> value, int from, int to) {
            this.name = name;
            this.value = value;
            this.from = from;
            this.to = to;
        }
    }

    private Members(byte[] source) {
        this.source = source;
    }

    /**
     * One for each value of an array.
     *
     * @throws IllegalArgumentException when it is no JSON array
     */
    static List<Members> ofArray(byte[] json) {
        try (var parser = Json.factory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("not an array");
            }
            var values = new ArrayList<Members>(2);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(new Members(json).read(parser));
            }
            return values;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The whole value as it stands in its source. */
    String json() {
        return text(from, to);
    }

    Optional<String> text(String name) {
        return value(name, String.class);
    }

    Optional<Boolean> truth(String name) {
        return value(name, Boolean.class);
    }

    /** To be asked last. */
    UnknownMembers unknown() {
        var rest = new StringJoiner(",");
        for (var member : all) {
            if (!member.known) {
                rest.add(text(member.from, member.to));
            }
        }
        return rest.length() == 0 ? UnknownMembers.NONE : new UnknownMembers(rest.toString());
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        for (var member : all) {
            if (!member.known && member.name.equals(name)) {
                var value = member.value.filter(type::isInstance).map(type::cast);
                member.known = value.isPresent();
                return value;
            }
        }
        return Optional.empty();
    }

    private Members read(JsonParser parser) {
        from = start(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                all.add(member(parser));
            }
        } else {
            finish(parser);
        }
        to = end(parser);
        return this;
    }

    private static Member member(JsonParser parser) {
        int start = start(parser);
        var name = parser.currentName();
        Optional<Object> value =
                switch (parser.nextToken()) {
                    case VALUE_STRING -> Optional.of(parser.getString());
                    case VALUE_TRUE -> Optional.of(true);
                    case VALUE_FALSE -> Optional.of(false);
                    default -> Optional.empty();
                };
        finish(parser);
        return new Member(name, value, start, end(parser));
    }

    /** Goes to the end of the value it stands at. */
    private static void finish(JsonParser parser) {
        parser.skipChildren();
        parser.finishToken();
    }

    private static int start(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    private static int end(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    private String text(int start, int end) {
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }
}

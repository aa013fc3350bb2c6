package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of the words of failures have in common. */
final class Samples {
    private Samples() {}

    /** There is one of each record below {@code sealed}, at least. */
    static void assertCovers(Class<?> sealed, List<?> samples) {
        var there = samples.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(kinds(sealed).collect(Collectors.toSet()), there);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Samples::kinds)
                : Stream.of(type);
    }

    static void assertFilled(FailureText text) {
        assertFalse(text.title().isBlank() || text.cause().isBlank());
        assertFilled(text.toString());
    }

    /** No place of a pattern is left, and nothing is quoted that is not there. */
    static void assertFilled(String text) {
        assertFalse(text.isBlank());
        assertFalse(text.replace("{0}'b", "").contains("{"), text);
        assertFalse(text.contains("“”") || text.contains("null"), text);
    }
}

package dev.paddock.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SubscriptionsTest {
    private final List<String> closed = new ArrayList<>();
    private final Subscriptions bag = new Subscriptions();

    @Test
    void closesAllOfThemOnceTheNewestFirst() {
        bag.add(() -> closed.add("first"));
        bag.add(() -> closed.add("second"));
        bag.close();
        bag.close();
        assertEquals(List.of("second", "first"), closed);
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        bag.close();
        bag.add(() -> closed.add("late"));
        assertEquals(List.of("late"), closed);
    }
}

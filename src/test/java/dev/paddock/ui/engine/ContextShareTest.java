package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.ServerSettings;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

class ContextShareTest {
    @Test
    void theContextIsSharedByTheSlots() {
        assertEquals(
                "2,048 tokens per slot: 8,192 shared by 4 slots.",
                share(8192, 4, OptionalInt.of(32_768)));
    }

    @Test
    void nothingStandsForTheTrainedContext() {
        assertEquals("One slot with 32,768 tokens.", share(0, 1, OptionalInt.of(32_768)));
        assertEquals(
                "The model’s own context, shared by all slots.", share(0, 1, OptionalInt.empty()));
    }

    @Test
    void moreThanTheModelKnowsIsSaid() {
        assertEquals(
                "One slot with 8,192 tokens. That is more than the 4,096 the model was trained"
                        + " with.",
                share(8192, 1, OptionalInt.of(4096)));
    }

    private static String share(int context, int slots, OptionalInt trained) {
        var settings = ServerSettings.DEFAULT.withContextSize(context).withParallelSlots(slots);
        return ContextShare.text(new Words(), settings, trained);
    }
}

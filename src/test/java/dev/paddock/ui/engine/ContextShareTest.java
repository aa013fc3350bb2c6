package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

class ContextShareTest {
    @Test
    void everySlotHasTheContext() {
        assertEquals(
                "8,192 tokens in each of 4 slots: 32,768 together.",
                share(8192, 4, OptionalInt.of(32_768)));
    }

    @Test
    void nothingStandsForTheTrainedContext() {
        assertEquals("32,768 tokens in one slot.", share(0, 1, OptionalInt.of(32_768)));
        assertEquals("The model’s own context in each slot.", share(0, 1, OptionalInt.empty()));
    }

    @Test
    void moreThanTheModelKnowsIsSaid() {
        assertEquals(
                "8,192 tokens in one slot. That is more than the 4,096 the model was trained"
                        + " with.",
                share(8192, 1, OptionalInt.of(4096)));
    }

    private static String share(int context, int slots, OptionalInt trained) {
        var settings =
                Options.EMPTY
                        .with(EngineOptions.CONTEXT_SIZE, context)
                        .with(EngineOptions.PARALLEL_SLOTS, slots);
        return ContextShare.text(new Words(), settings, trained);
    }
}

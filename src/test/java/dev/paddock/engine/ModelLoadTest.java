package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.LoadProgress.Stage;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;
import java.util.OptionalLong;

class ModelLoadTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private static ModelLoad reading(long read, long total) {
        return new ModelLoad(Stage.READING, OptionalLong.of(read), OptionalLong.of(total));
    }

    @Test
    void saysHowMuchOfTheModelIsRead() {
        assertEquals(OptionalInt.of(0), reading(0, 200).percent());
        assertEquals(OptionalInt.of(75), reading(150, 200).percent());
        assertEquals(OptionalInt.of(99), reading(199, 200).percent());
    }

    @Test
    void whatIsReadWholeIsBeingPrepared() {
        assertEquals(Stage.PREPARING, reading(200, 200).stage());
        assertEquals(Stage.PREPARING, reading(300, 200).stage());
        assertEquals(OptionalInt.empty(), reading(200, 200).percent());
        assertEquals(Stage.READING, reading(199, 200).stage());
        assertEquals(
                Stage.BEGINNING,
                new ModelLoad(Stage.BEGINNING, OptionalLong.of(9), OptionalLong.of(9)).stage());
    }

    @Test
    void saysNothingWhereTheSystemDoesNotTell() {
        var total = OptionalLong.of(200);
        assertEquals(OptionalInt.empty(), new ModelLoad(Stage.READING, UNKNOWN, total).percent());
        assertEquals(OptionalInt.empty(), new ModelLoad(Stage.READING, total, UNKNOWN).percent());
        assertEquals(Stage.READING, new ModelLoad(Stage.READING, total, UNKNOWN).stage());
        assertEquals(Stage.READING, new ModelLoad(Stage.READING, UNKNOWN, total).stage());
    }
}

package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** By how much rows are moved so that nothing seems to move. */
class ReadingPlaceTest {
    private final ReadingPlace place = new ReadingPlace();

    @Test
    void whatGrowsAboveAllThatIsInSightMovesTheRest() {
        place.typeset(300);
        assertEquals(-260, place.growth(() -> 40));
        assertEquals(0, place.growth(() -> 40), "once");
        place.typeset(0);
        assertEquals(0, place.growth(() -> 40), "in sight");
    }

    @Test
    void aFormulaLowerThanItsSourceLeavesAGapThatTextFills() {
        assertEquals(0, place.slack(3, 900, _ -> -10));
        place.typeset(0);
        assertEquals(100, place.slack(2, 900, _ -> 90));
        assertEquals(70, place.slack(2, 900, _ -> 60));
        assertEquals(0, place.slack(2, 900, _ -> -40));
        assertEquals(0, place.slack(2, 900, _ -> 20), "nothing was typeset");
    }

    @Test
    void anotherHeightOfTheWindowAndOtherRowsBeginAnew() {
        place.slack(3, 900, _ -> -10);
        place.typeset(0);
        assertEquals(0, place.slack(3, 950, _ -> 40));
        place.typeset(0);
        place.changed(1, 0, 5);
        assertEquals(0, place.slack(8, 950, _ -> 90));
    }
}

package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    @Test
    void columnsThatFitKeepTheirWidth() {
        assertArrayEquals(new double[] {10, 20}, ColumnWidths.share(new double[] {10, 20}, 40), 0);
    }

    @Test
    void wideColumnsShareWhatNarrowOnesLeave() {
        assertArrayEquals(
                new double[] {10, 45, 45}, ColumnWidths.share(new double[] {10, 300, 200}, 100), 0);
    }
}

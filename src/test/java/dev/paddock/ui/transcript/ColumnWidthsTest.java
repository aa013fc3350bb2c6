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
                new double[] {100, 450, 450},
                ColumnWidths.share(new double[] {100, 3000, 2000}, 1000),
                0);
    }

    @Test
    void noColumnBecomesTooNarrowToBeRead() {
        assertArrayEquals(
                new double[] {10, 140, 140},
                ColumnWidths.share(new double[] {10, 300, 200}, 100),
                0);
    }
}

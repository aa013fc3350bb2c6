package dev.paddock.ui.common;

import dev.paddock.option.Decimal;

import javafx.scene.control.Slider;

import java.util.function.DoubleConsumer;

/**
 * A number of a range beside its field, for the pointer: the keys have the field, where up and down
 * do the same.
 */
final class RangeSlider extends Slider {
    private static final double LEAST_WIDTH = 60;
    private final double step;
    private final DoubleConsumer chosen;
    private boolean showing;

    /**
     * @param chosen takes a number that a person has moved it to
     * @param done runs when the person has let go
     */
    RangeSlider(Decimal range, DoubleConsumer chosen, Runnable done) {
        super(range.least(), range.most(), range.least());
        this.chosen = chosen;
        step = step(range.most() - range.least());
        setBlockIncrement(step);
        setFocusTraversable(false);
        setMinWidth(LEAST_WIDTH);
        valueProperty().subscribe((_, now) -> moved(now.doubleValue()));
        setOnMouseReleased(_ -> done.run());
    }

    /** A hundredth of a narrow range. */
    private static double step(double span) {
        if (span <= 1) {
            return 0.01;
        }
        return span <= 4 ? 0.05 : 0.1;
    }

    private void moved(double to) {
        if (!showing) {
            chosen.accept(rounded(to));
        }
    }

    void show(double number) {
        showing = true;
        setValue(number);
        showing = false;
    }

    /** One step up or down. */
    void step(int steps) {
        chosen.accept(Math.clamp(rounded(getValue() + steps * step), getMin(), getMax()));
    }

    private double rounded(double number) {
        return Math.round(Math.round(number / step) * step * 100) / 100.0;
    }
}

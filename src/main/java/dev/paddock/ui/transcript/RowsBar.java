package dev.paddock.ui.transcript;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

import java.util.function.DoubleConsumer;

/** Where a person is in the transcript, and a way to elsewhere. */
final class RowsBar extends ScrollBar {
    private boolean moving;

    /**
     * @param dragged told where a person has moved it
     */
    RowsBar(DoubleConsumer dragged) {
        setOrientation(Orientation.VERTICAL);
        setManaged(false);
        setFocusTraversable(false);
        valueProperty()
                .addListener(
                        (_, _, value) -> {
                            if (!moving) {
                                dragged.accept(value.doubleValue());
                            }
                        });
    }

    /**
     * @param total pixels there are
     * @param height of them in sight
     * @param place so many above what is in sight
     */
    void show(double total, double height, double place) {
        double most = total - height;
        setVisible(most > 0.5);
        moving = true;
        setMax(Math.max(1, most));
        setVisibleAmount(height / total * getMax());
        setUnitIncrement(ScrollKeys.STEP);
        setBlockIncrement(Math.max(ScrollKeys.STEP, height - ScrollKeys.STEP));
        setValue(Math.min(getMax(), place));
        moving = false;
    }
}

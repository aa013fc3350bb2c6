package dev.paddock.ui.common;

import dev.paddock.option.WholeNumber;
import dev.paddock.ui.words.Words;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * One less and one more, beside the field of a small number, for the pointer: the keys have the
 * field, where up and down do the same.
 */
final class StepButtons extends HBox {
    private final WholeNumber range;
    private final IntConsumer chosen;
    private final Button less = new Button("", new FontIcon(Feather.MINUS));
    private final Button more = new Button("", new FontIcon(Feather.PLUS));
    private int number;

    /**
     * @param name of what is counted
     * @param chosen takes the next number
     * @param done runs after a button has been pressed
     */
    StepButtons(WholeNumber range, Words words, String name, IntConsumer chosen, Runnable done) {
        this.range = range;
        this.chosen = chosen;
        getStyleClass().add("step-buttons");
        prepare(less, words.of("options.step.less", name), -1, done);
        prepare(more, words.of("options.step.more", name), 1, done);
        getChildren().setAll(less, more);
    }

    private void prepare(Button button, String name, int steps, Runnable done) {
        button.getStyleClass().add("icon-button");
        button.setFocusTraversable(false);
        Tooltips.put(button, name);
        button.setOnAction(
                _ -> {
                    step(steps);
                    done.run();
                });
    }

    void show(int now) {
        number = now;
        less.setDisable(next(-1).isEmpty());
        more.setDisable(next(1).isEmpty());
    }

    /** One step up or down, where there is one. */
    void step(int steps) {
        next(steps).ifPresent(chosen);
    }

    /** Automatic stands below the least. */
    private OptionalInt next(int steps) {
        if (range.automatic(number)) {
            return steps > 0 ? OptionalInt.of(range.least()) : OptionalInt.empty();
        }
        int next = number + steps;
        if (next < range.least()) {
            return range.automatic();
        }
        return range.allows(next) ? OptionalInt.of(next) : OptionalInt.empty();
    }
}

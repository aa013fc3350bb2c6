package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.ui.chat.Stages;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A button without a ground of its own has none with the focus either, and stays readable. */
class FocusedButtonTest {
    /** The shade under the pointer, wherever that is, lets the text be read. */
    private static final double SHADE = 0.2;

    @AutoClose private final DressedStage dressed = DressedStage.open();

    @Test
    void theFocusFillsNoFlatButton() {
        for (String style : List.of("recent-model", "remedy", "quiet", "icon-button")) {
            assertEquals(List.of(), opaque(new Button("Text"), style), style);
        }
        for (String style : List.of("inspector-tab", "quiet", "icon-button")) {
            assertEquals(List.of(), opaque(new ToggleButton("Text"), style), style);
        }
    }

    /** What is painted below the text of the focused button. */
    private List<Color> opaque(ButtonBase button, String style) {
        button.getStyleClass().add(style);
        dressed.show(new StackPane(button), 1);
        return Stages.onFx(
                () -> {
                    button.requestFocus();
                    button.applyCss();
                    return button.getBackground().getFills().stream()
                            .map(BackgroundFill::getFill)
                            .map(Color.class::cast)
                            .filter(colour -> colour.getOpacity() > SHADE)
                            .toList();
                });
    }
}

package dev.paddock.ui.chat;

import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** Says that a conversation is being opened, once that takes long enough to be noticed. */
final class OpeningLabel {
    private static final Duration NOTICED = Duration.millis(200);

    private final Label label;
    private final PauseTransition pause = new PauseTransition(NOTICED);

    OpeningLabel(Words words, ObservableBooleanValue opens) {
        label = new Label(words.of("chat.opening"));
        label.getStyleClass().add("greeting-text");
        label.setVisible(false);
        pause.setOnFinished(_ -> label.setVisible(opens.get()));
        opens.subscribe(this::opens);
    }

    Node node() {
        return label;
    }

    private void opens(boolean is) {
        if (is) {
            pause.playFromStart();
        } else {
            pause.stop();
            label.setVisible(false);
        }
    }
}

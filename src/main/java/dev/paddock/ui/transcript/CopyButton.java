package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small buttons with an icon. */
final class CopyButton {
    private static final Duration SHOWN = Duration.seconds(1.5);

    private CopyButton() {}

    /** A button that says for a moment that it has copied. */
    static Button of(Words words, String key, Runnable copy) {
        var icon = new FontIcon(Feather.COPY);
        var button = icon(icon, words.of(key));
        var back = new PauseTransition(SHOWN);
        back.setOnFinished(
                _ -> {
                    icon.setIconCode(Feather.COPY);
                    button.setAccessibleText(words.of(key));
                });
        button.setOnAction(
                _ -> {
                    copy.run();
                    icon.setIconCode(Feather.CHECK);
                    button.setAccessibleText(words.of("chat.copied"));
                    back.playFromStart();
                });
        return button;
    }

    static Button icon(FontIcon icon, String name) {
        var button = new Button();
        button.setGraphic(icon);
        button.getStyleClass().addAll("flat", "icon-button", "row-button");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return button;
    }
}

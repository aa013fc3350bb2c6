package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** Asks before something that costs a person something. Closing it does nothing. */
public final class AskCard {
    private static final double WIDTH = 440;

    private AskCard() {}

    /**
     * @param choices the likeliest first; the card goes when one is pressed
     */
    public static Parent of(
            Words words, String title, String text, List<Notice.Action> choices, Runnable close) {
        var question = new Label(text);
        question.setWrapText(true);
        question.setMinHeight(Label.USE_PREF_SIZE);
        var buttons = new FlowPane(8, 8);
        buttons.getStyleClass().add("ask-buttons");
        for (var choice : choices) {
            var button = new Button(choice.name());
            button.setMnemonicParsing(false);
            button.getStyleClass().add(buttons.getChildren().isEmpty() ? "remedy-first" : "remedy");
            button.setOnAction(
                    _ -> {
                        close.run();
                        choice.run().run();
                    });
            buttons.getChildren().add(button);
        }
        var content = new VBox(question, buttons);
        content.getStyleClass().add("ask-content");
        content.setPrefWidth(WIDTH);
        return new DialogCard(words, title, content, close);
    }
}

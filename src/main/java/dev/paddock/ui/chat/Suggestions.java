package dev.paddock.ui.chat;

import dev.paddock.ui.words.Words;

import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** Questions to click on, a few at a time. */
final class Suggestions extends FlowPane {
    private static final int AT_ONCE = 6;

    private final Words words;
    private final List<String> questions;
    private final Consumer<String> ask;
    private int first;

    Suggestions(Words words, List<String> questions, Consumer<String> ask) {
        this.words = words;
        this.questions = questions;
        this.ask = ask;
        getStyleClass().add("suggestions");
        show();
    }

    private void show() {
        int end = Math.min(first + AT_ONCE, questions.size());
        getChildren().setAll(questions.subList(first, end).stream().map(this::chip).toList());
        if (questions.size() > AT_ONCE) {
            getChildren().add(more(end % questions.size()));
        }
    }

    private Button chip(String question) {
        var chip = new Button(question);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().add("suggestion");
        chip.setOnAction(_ -> ask.accept(question));
        return chip;
    }

    private Button more(int next) {
        var more = new Button(words.of("chat.suggestions.more"), new FontIcon(Feather.REFRESH_CW));
        more.getStyleClass().addAll("suggestion", "quiet");
        more.setOnAction(
                _ -> {
                    first = next;
                    show();
                    getChildren().getLast().requestFocus();
                });
        return more;
    }
}

package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/** The end of an answer: what can be done with it, and its figures. */
final class FooterCell extends RowCell {
    private static final double ABOVE = 4;
    private static final double BELOW = 10;
    private static final double SECOND = 1_000;
    private static final long TEN_SECONDS = 10_000;

    private final Words words;
    private final Label figures = new Label();
    private final Tooltip details = new Tooltip();
    private final Button retry;
    private final HBox box;

    FooterCell(Words words, RowActions actions) {
        this.words = words;
        var copy =
                CopyButton.of(
                        words,
                        "chat.copyMessage",
                        () -> row().ifPresent(row -> actions.copyMessage(row.message())));
        retry = CopyButton.icon(new FontIcon(Feather.REFRESH_CW), words.of("chat.retry"));
        retry.setOnAction(_ -> row().ifPresent(row -> actions.retry(row.message())));
        copy.getStyleClass().add("on-demand");
        retry.getStyleClass().add("on-demand");
        figures.getStyleClass().add("figures");
        figures.setTooltip(details);
        HBox.setHgrow(figures, Priority.ALWAYS);
        box = new HBox(figures, copy, retry);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("footer-box");
        box.setManaged(false);
        getChildren().add(box);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Footer;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Footer footer) {
            String text = String.join("  ·  ", figures(footer));
            figures.setText(text);
            String model = footer.model().orElse("");
            details.setText(
                    footer.statistics().map(it -> text + "\n" + details(it, model)).orElse(model));
            retry.setVisible(footer.retry());
            retry.setManaged(footer.retry());
            setAccessibleText(text);
        }
    }

    private List<String> figures(Row.Footer footer) {
        var figures = new ArrayList<String>();
        footer.statistics()
                .ifPresent(
                        it -> {
                            figures.add(
                                    words.of(
                                            "chat.figure.speed",
                                            words.figures().speed(it.tokensPerSecond())));
                            figures.add(words.of("chat.figure.tokens", it.completionTokens()));
                            figures.add(
                                    words.of("chat.figure.first", seconds(it.firstTokenMillis())));
                            figures.add(words.of("chat.figure.total", seconds(it.totalMillis())));
                            figures.add(words.of("chat.figure.prompt", it.promptTokens()));
                        });
        if (figures.isEmpty()) {
            footer.model().ifPresent(figures::add);
        }
        return figures;
    }

    private String details(AnswerStatistics it, String model) {
        return words.of("chat.figures", model, it.promptTokens(), it.cachedTokens());
    }

    /** Two decimals below ten seconds, one above. */
    private String seconds(long millis) {
        return millis < TEN_SECONDS
                ? words.figures().hundredths(millis / SECOND)
                : words.figures().tenths(millis / SECOND);
    }

    @Override
    double measure(double width) {
        return box.prefHeight(width) + ABOVE + BELOW;
    }

    @Override
    void layoutRow() {
        box.resizeRelocate(0, ABOVE, getWidth(), getHeight() - ABOVE - BELOW);
    }
}

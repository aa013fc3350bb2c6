package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why an answer is not whole, with buttons that have it go on or ask for it again. */
final class NoticeCell extends RowCell {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Words words;
    private final Label label = new Label();
    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Button retry = new Button();
    private final Button resume = new Button();
    private final HBox box = new HBox(icon, label, resume, retry);

    NoticeCell(Words words, RowActions actions) {
        this.words = words;
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        retry.setText(words.of("chat.retry"));
        retry.getStyleClass().add("notice-retry");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(_ -> row().ifPresent(row -> actions.retry(row.message())));
        resume.setText(words.of("chat.continue"));
        resume.getStyleClass().add("notice-retry");
        resume.setMinWidth(USE_PREF_SIZE);
        resume.setOnAction(_ -> row().ifPresent(row -> actions.continueAnswer(row.message())));
        box.getStyleClass().add("notice-box");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setManaged(false);
        getChildren().add(box);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Notice;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Notice notice) {
            String text = NoticeText.of(notice.outcome(), words);
            boolean failed = NoticeText.isAlarming(notice.outcome());
            icon.setIconCode(failed ? Feather.ALERT_TRIANGLE : Feather.INFO);
            label.setText(text);
            retry.setVisible(notice.retry());
            retry.setManaged(notice.retry());
            resume.setVisible(notice.resume());
            resume.setManaged(notice.resume());
            box.pseudoClassStateChanged(FAILED, failed);
            setAccessibleText(text);
        }
    }

    @Override
    double measure(double width) {
        return box.prefHeight(width);
    }

    @Override
    void layoutRow() {
        box.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}

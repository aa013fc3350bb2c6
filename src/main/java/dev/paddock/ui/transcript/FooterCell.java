package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/** The end of an answer: what can be done with it, and its figures, all of them on request. */
final class FooterCell extends RowCell {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final AnswerFigures figures;
    private final Words words;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Button line = new Button();
    private final Button edit;
    private final Tooltip tip = new Tooltip();
    private final Label details = new Label();
    private final HBox box;

    /** The whole line, then shorter ones. */
    private List<String> texts = List.of("");

    private double fitted = -1;

    FooterCell(Words words, RowActions actions) {
        this.words = words;
        figures = new AnswerFigures(words);
        var copy =
                CopyButton.of(
                        words,
                        "chat.copyMessage",
                        () -> row().ifPresent(row -> actions.copyMessage(row.message())));
        var retry = CopyButton.icon(new FontIcon(Feather.REFRESH_CW), words.of("chat.retry"));
        retry.setOnAction(_ -> row().ifPresent(row -> actions.retry(row.message())));
        edit = CopyButton.icon(new FontIcon(Feather.EDIT_2), words.of("chat.edit"));
        edit.setOnAction(_ -> row().ifPresent(row -> actions.edit(row.message())));
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.getStyleClass().add("on-demand");
        retry.disableProperty().bind(actions.busy());
        copy.getStyleClass().add("on-demand");
        retry.getStyleClass().add("on-demand");
        // An underscore within the name of a model is no mnemonic.
        line.setMnemonicParsing(false);
        line.setGraphic(arrow);
        line.getStyleClass().addAll("flat", "figures");
        line.setTooltip(tip);
        line.setOnAction(_ -> row().ifPresent(row -> actions.toggleDetails(row.message())));
        details.getStyleClass().add("figures-details");
        details.setManaged(false);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        retry.setMinWidth(Region.USE_PREF_SIZE);
        box = new HBox(line, copy, edit, retry);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("footer-box");
        box.setManaged(false);
        getChildren().addAll(box, details);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Footer;
    }

    @Override
    void show(Row next) {
        if (next instanceof Row.Footer footer) {
            texts = figures.lines(footer);
            String text = texts.getFirst();
            String all = figures.all(footer);
            arrow.setIconCode(footer.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            fitted = -1;
            line.setText(text);
            line.setAccessibleText(
                    words.of(footer.open() ? "chat.details.fold" : "chat.details.unfold", text));
            tip.setText(all);
            details.setText(all);
            details.setVisible(footer.open());
            pseudoClassStateChanged(LAST, footer.last());
            setAccessibleText(footer.open() ? all : text);
        }
    }

    @Override
    double measure(double width) {
        double below = details.isVisible() ? details.prefHeight(width) : 0;
        return box.prefHeight(width) + below;
    }

    @Override
    void layoutRow() {
        fit(getWidth());
        double height = box.prefHeight(getWidth());
        box.resizeRelocate(0, 0, getWidth(), height);
        details.resizeRelocate(0, height, getWidth(), getHeight() - height);
    }

    /**
     * Rather a figure less than one that is cut; unfolded all are there. Before any goes the
     * pencil, which the menu and a key have too.
     */
    private void fit(double width) {
        if (fitted == width) {
            return;
        }
        fitted = width;
        showEdit(true);
        line.setText(texts.getFirst());
        showEdit(box.prefWidth(-1) <= width);
        for (String text : texts) {
            if (!text.equals(line.getText())) {
                line.setText(text);
            }
            if (box.prefWidth(-1) <= width) {
                return;
            }
        }
    }

    private void showEdit(boolean is) {
        edit.setVisible(is);
        edit.setManaged(is);
    }
}

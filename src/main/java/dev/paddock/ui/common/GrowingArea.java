package dev.paddock.ui.common;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;

import java.util.function.Predicate;

/** A text area that is as high as its text, from one line to eight; then it scrolls. */
public final class GrowingArea extends TextArea {
    private static final int MOST_ROWS = 8;

    /** Longer text needs all rows at any width. */
    private static final int SURELY_FULL = 4_000;

    private static final double SIDES = 26;

    private final Text measure = new Text();
    private Predicate<Clipboard> refuse = _ -> false;

    public GrowingArea() {
        setMinHeight(USE_PREF_SIZE);
        setPrefRowCount(1);
        textProperty().subscribe(_ -> fit());
        widthProperty().subscribe(_ -> fit());
        fontProperty().subscribe(_ -> fit());
    }

    /**
     * @param content says of what is about to be pasted whether it is not to be
     */
    public void refuse(Predicate<Clipboard> content) {
        refuse = content;
    }

    /** Also what the keys and the menu call. */
    @Override
    public void paste() {
        if (!refuse.test(Clipboard.getSystemClipboard())) {
            super.paste();
        }
    }

    private void fit() {
        int rows = rows();
        if (rows != getPrefRowCount()) {
            setPrefRowCount(rows);
        }
    }

    private int rows() {
        if (getLength() > SURELY_FULL) {
            return MOST_ROWS;
        }
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("x");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(Math.max(1, getWidth() - SIDES));
        measure.setText(getText().endsWith("\n") ? getText() + "x" : getText() + " ");
        double height = measure.getLayoutBounds().getHeight();
        return Math.clamp(Math.round(height / line), 1, MOST_ROWS);
    }
}

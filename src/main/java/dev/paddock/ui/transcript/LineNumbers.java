package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.util.ArrayList;
import java.util.List;

/** The numbers beside lines of code; nobody selects or copies them. */
final class LineNumbers extends Region {
    static final double WIDTH = 46;
    private static final double GAP = 14;

    private final List<Text> numbers = new ArrayList<>();

    LineNumbers() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Beside the lines of {@code drawn}; one that has wrapped or is cut has one number only. */
    void show(Block.Code code, RichText drawn) {
        boolean cut = code.piece().isMidLine();
        int line = cut ? code.line() + 1 : code.line();
        int shown = 0;
        for (var each : drawn.lines()) {
            int start = each.start();
            if (start == 0 ? !cut : code.text().charAt(start - 1) == '\n') {
                show(shown++, line++, each.top());
            }
        }
        for (int i = 0; i < numbers.size(); i++) {
            numbers.get(i).setVisible(i < shown);
        }
    }

    private void show(int index, int line, double top) {
        if (index == numbers.size()) {
            var made = new Text();
            made.getStyleClass().add("code-number");
            made.setTextOrigin(VPos.TOP);
            made.setTextAlignment(TextAlignment.RIGHT);
            made.setWrappingWidth(WIDTH - GAP);
            numbers.add(made);
            getChildren().add(made);
        }
        var number = numbers.get(index);
        number.setText(Integer.toString(line));
        number.setLayoutY(top);
    }
}

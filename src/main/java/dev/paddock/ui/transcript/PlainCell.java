package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for a cell that threw while it was laid out: the row's text in lines of its own, which
 * the toolkit need not wrap, below a note. Nothing can be selected in it.
 */
final class PlainCell extends RowCell {
    private static final int LONGEST_LINE = 80;
    private static final double GAP = 6;

    private final Text note = new Text();
    private final List<Text> lines = new ArrayList<>();

    PlainCell(Words words) {
        note.setText(words.of("chat.plainRow"));
        note.getStyleClass().add("plain-note");
        note.setTextOrigin(VPos.TOP);
        note.setManaged(false);
        getChildren().add(note);
    }

    /** It is used once: the row after it gets a cell of its own kind again. */
    @Override
    boolean suits(Row other) {
        return row().filter(other::equals).isPresent();
    }

    @Override
    void show(Row next) {
        getChildren().removeAll(lines);
        lines.clear();
        String text = RowText.of(next);
        for (String line : cut(text)) {
            var node = new Text(line);
            node.getStyleClass().add("run");
            node.setTextOrigin(VPos.TOP);
            node.setManaged(false);
            lines.add(node);
        }
        getChildren().addAll(lines);
        setAccessibleText(note.getText() + "\n" + text);
    }

    /** Lines of at most {@value #LONGEST_LINE} chars, cut at spaces where there are any. */
    private static List<String> cut(String text) {
        var lines = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            int from = 0;
            while (line.length() - from > LONGEST_LINE) {
                int space = line.lastIndexOf(' ', from + LONGEST_LINE);
                int end = space > from ? space + 1 : from + LONGEST_LINE;
                if (Character.isHighSurrogate(line.charAt(end - 1))) {
                    end--;
                }
                lines.add(line.substring(from, end));
                from = end;
            }
            lines.add(line.substring(from));
        }
        return lines;
    }

    @Override
    double measure(double width) {
        double height = GAP + note.getLayoutBounds().getHeight() + GAP;
        for (Text line : lines) {
            height += line.getLayoutBounds().getHeight();
        }
        return height + GAP;
    }

    @Override
    void layoutRow() {
        double y = GAP;
        note.relocate(0, y);
        y += note.getLayoutBounds().getHeight() + GAP;
        for (Text line : lines) {
            line.relocate(0, y);
            y += line.getLayoutBounds().getHeight();
        }
    }
}

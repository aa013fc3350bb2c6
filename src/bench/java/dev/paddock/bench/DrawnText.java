package dev.paddock.bench;

import com.sun.javafx.scene.text.TextLayout;
import com.sun.javafx.text.TextRun;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with the text below a node, as its glyphs stand. For the FX thread. */
final class DrawnText {
    private static final double TOLERANCE = 1;

    private final List<String> faults = new ArrayList<>();
    private int texts;

    /** One line for each text that is drawn past its box or not as it is written. */
    List<String> faults() {
        return faults;
    }

    int texts() {
        return texts;
    }

    void look(Node node) throws ReflectiveOperationException {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case TextFlow flow -> check(flow, flow.getWidth(), written(flow));
            case Text text when !text.getText().isEmpty() -> check(text, box(text), text.getText());
            case Parent parent -> {
                for (Node child : parent.getChildrenUnmodifiable()) {
                    look(child);
                }
            }
            default -> {}
        }
    }

    private static String written(TextFlow flow) {
        return flow.getChildren().stream()
                .filter(Node::isManaged)
                .map(each -> ((Text) each).getText())
                .collect(Collectors.joining());
    }

    /** How wide it may be drawn; what scrolls sideways has no limit. */
    private static double box(Text text) {
        if (text.getWrappingWidth() > 0) {
            return text.getWrappingWidth();
        }
        return text.getParent() instanceof Labeled label && label.getGraphic() != text
                ? label.getWidth() - text.getLayoutX()
                : Double.MAX_VALUE;
    }

    private void check(Node node, double width, String written)
            throws ReflectiveOperationException {
        texts++;
        int next = 0;
        for (var line : layout(node).getLines()) {
            if (line.getStart() != next) {
                tell(node, "a line begins at " + line.getStart() + ", not " + next, written);
            }
            next = line.getStart() + line.getLength();
            for (var run : line.getRuns()) {
                check(node, (TextRun) run, width, written);
            }
        }
        if (next != written.length()) {
            tell(node, "the lines end at " + next, written);
        }
    }

    private void check(Node node, TextRun run, double width, String written) {
        int before = run.isLeftToRight() ? 0 : run.getLength();
        double x = run.getLocation().x;
        for (int i = 0; i < run.getGlyphCount(); i++) {
            int at = run.isComplex() ? run.getCharOffset(i) : i;
            boolean ordered = run.isLeftToRight() ? at >= before : at <= before;
            if (at < 0 || at >= run.getLength() || !ordered) {
                tell(node, "a glyph of character " + at + " after one of " + before, written);
                return;
            }
            before = at;
            double end = x + run.getAdvance(i);
            boolean blank = Character.isWhitespace(written.charAt(run.getStart() + at));
            boolean alone = x < TOLERANCE && i == 0;
            if (!blank && !alone && (x < -TOLERANCE || end > width + TOLERANCE)) {
                tell(node, "drawn from %.1f to %.1f in %.1f".formatted(x, end, width), written);
                return;
            }
            x = end;
        }
    }

    private void tell(Node node, String what, String written) {
        faults.add(node.getParent().getStyleClass() + ": " + what + ": " + written);
    }

    private static TextLayout layout(Node node) throws ReflectiveOperationException {
        Class<?> type = node instanceof TextFlow ? TextFlow.class : Text.class;
        Method method = type.getDeclaredMethod("getTextLayout");
        method.setAccessible(true);
        return (TextLayout) method.invoke(node);
    }
}

package dev.paddock.ui.chat;

import dev.paddock.chat.SearchHits.Excerpt;
import dev.paddock.chat.SearchHits.Mark;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with what was searched for marked. Of one that is too long for its place so much is shown
 * as fits around the first mark, so that rows can be of one height.
 */
final class FoundText extends Region {
    private static final String CUT = "…";

    /** Characters before the first mark where the beginning of the text leaves it out of sight. */
    private static final int LEAD = 8;

    private final double height;
    private final TextFlow flow = new TextFlow();
    private final Text lead = new Text();
    private final Text before = rest();
    private final Text after = rest();
    private final List<Part> parts = new ArrayList<>();
    private List<Text> texts = List.of();
    private Excerpt excerpt = new Excerpt("", List.of());
    private BreakIterator characters = BreakIterator.getCharacterInstance();
    private double fitted = -1;

    /** Characters {@code from} to before {@code to} of the excerpt, as far as they are shown. */
    private record Part(Text node, int from, int to) {
        void show(String all, int first, int end) {
            int start = Math.clamp(first, from, to);
            node.setText(all.substring(start, Math.clamp(end, start, Math.max(start, to))));
        }
    }

    /**
     * @param height that the text may take, in pixels
     */
    FoundText(double height) {
        this.height = height;
        getStyleClass().add("found-text");
        lead.getStyleClass().add("found-lead");
        setMinSize(0, height);
        setPrefSize(0, height);
        setMaxSize(Double.MAX_VALUE, height);
        flow.setManaged(false);
        getChildren().setAll(flow);
    }

    /** Shows {@code lead}, which may be empty, before it. */
    void show(String lead, Excerpt shown) {
        excerpt = shown;
        characters = BreakIterator.getCharacterInstance();
        characters.setText(shown.text());
        parts.clear();
        int from = 0;
        for (var mark : shown.marks()) {
            parts.add(new Part(rest(), from, mark.from()));
            parts.add(new Part(mark(), mark.from(), mark.to()));
            from = mark.to();
        }
        parts.add(new Part(rest(), from, shown.text().length()));
        this.lead.setText(lead);
        texts = new ArrayList<>(List.of(this.lead, before));
        parts.forEach(part -> texts.add(part.node()));
        texts.add(after);
        fitted = -1;
        requestLayout();
    }

    private static Text rest() {
        var text = new Text();
        text.getStyleClass().add("found-rest");
        return text;
    }

    private static Text mark() {
        var text = new Text();
        text.getStyleClass().add("found-mark");
        return text;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (width > 0 && fitted != width) {
            fitted = width;
            flow.getChildren().setAll(texts);
            flow.applyCss();
            fit(width);
        }
        double takes = Math.min(height, flow.prefHeight(width));
        flow.resizeRelocate(0, snapPositionY((getHeight() - takes) / 2), width, takes);
    }

    private void fit(double width) {
        int length = excerpt.text().length();
        if (fits(0, length, width)) {
            return;
        }
        var first = excerpt.marks().isEmpty() ? new Mark(0, 0) : excerpt.marks().getFirst();
        if (longest(0, width) < first.to()) {
            int start = Math.max(0, first.from() - LEAD);
            longest(characters.isBoundary(start) ? start : characters.preceding(start), width);
        }
    }

    /** Shows as much as fits from {@code start} on, and tells where that ends. */
    private int longest(int start, double width) {
        int fit = start;
        int tooLong = excerpt.text().length() + 1;
        while (tooLong - fit > 1) {
            int middle = (fit + tooLong) >>> 1;
            if (fits(start, middle, width)) {
                fit = middle;
            } else {
                tooLong = middle;
            }
        }
        int whole = characters.isBoundary(fit) ? fit : characters.preceding(fit);
        set(start, Math.max(start, whole));
        return Math.max(start, whole);
    }

    private boolean fits(int start, int end, double width) {
        set(start, end);
        return flow.prefHeight(width) <= height;
    }

    private void set(int start, int end) {
        before.setText(start > 0 ? CUT : "");
        parts.forEach(part -> part.show(excerpt.text(), start, end));
        after.setText(end < excerpt.text().length() ? CUT : "");
        // Among empty ones the flow draws styles in the wrong places.
        flow.getChildren().setAll(texts.stream().filter(it -> !it.getText().isEmpty()).toList());
    }
}

package dev.paddock.ui.chat;

import dev.paddock.chat.SearchHits.Excerpt;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/** A text in as many lines as it takes, with what was searched for marked. */
final class FoundText extends TextFlow {
    private static final double ROOM = 8;

    /** Of the list on each side of a cell's text. */
    private static final double SIDES = 44;

    private final ObservableDoubleValue listWidth;

    /**
     * @param listWidth of the list, whose cells do not say how wide they will be
     */
    FoundText(ObservableDoubleValue listWidth) {
        this.listWidth = listWidth;
        getStyleClass().add("found-text");
        setMinWidth(0);
        listWidth.subscribe(this::requestLayout);
    }

    /** Shows {@code lead}, which may be empty, before it. */
    void show(String lead, Excerpt excerpt) {
        var parts = new ArrayList<Node>();
        if (!lead.isEmpty()) {
            var before = new Text(lead);
            before.getStyleClass().add("found-lead");
            parts.add(before);
        }
        int from = 0;
        var text = excerpt.text();
        for (var mark : excerpt.marks()) {
            parts.add(rest(text.substring(from, mark.from())));
            var found = new Text(text.substring(mark.from(), mark.to()));
            found.getStyleClass().add("found-mark");
            parts.add(found);
            from = mark.to();
        }
        parts.add(rest(text.substring(from)));
        getChildren().setAll(List.copyOf(parts));
    }

    private static Text rest(String some) {
        var text = new Text(some);
        text.getStyleClass().add("found-rest");
        return text;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(ROOM, listWidth.get() - SIDES);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width > 0 ? width : computePrefWidth(-1));
    }
}

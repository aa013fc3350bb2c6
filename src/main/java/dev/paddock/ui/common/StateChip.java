package dev.paddock.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A small pill of a dot and a word, in the colour of its tone. */
public final class StateChip extends Label {
    public StateChip() {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        setGraphic(dot);
        getStyleClass().add("state-chip");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(USE_PREF_SIZE);
    }

    public void show(String text, Severity tone) {
        setText(text);
        tone.applyTo(this);
    }
}

package dev.paddock.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import java.util.Locale;

/** What a colour is to say; always beside a word that says the same. */
public enum Severity {
    NEUTRAL,
    BUSY,
    GOOD,
    WARNING,
    BAD;

    private final PseudoClass pseudoClass =
            PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    /** Gives {@code node} this tone and takes every other away. */
    public void applyTo(Node node) {
        for (Severity tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass, tone == this);
        }
    }
}

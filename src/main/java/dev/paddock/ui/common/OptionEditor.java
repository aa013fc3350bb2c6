package dev.paddock.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Control;

/**
 * The control of one option. Speaks the text that {@code Option.parse} reads. For the FX thread.
 */
sealed interface OptionEditor permits ChoiceEditor, LayersEditor, TextEditor {
    Node node();

    /** Whether the range has room beside it. */
    boolean isNarrow();

    /** What carries the name and takes the focus. */
    Control control();

    /** What the person made of it; blank where nothing is set. */
    String text();

    /** Whether the person is busy in it. */
    boolean focused();

    /**
     * Shows a value, and forgets what was typed.
     *
     * @param set what is set here
     * @param isSet whether anything is: an empty text can be a value
     * @param inherited what holds while nothing is set here
     */
    void show(String set, boolean isSet, Inherited inherited);

    /**
     * What holds while nothing is set.
     *
     * @param text what {@code Option.parse} reads it from
     * @param shown in words
     * @param standard whether it is the default
     */
    record Inherited(String text, String shown, boolean standard) {}

    /** What an editor tells of the person. */
    interface Listener {
        /** The text is another one now. */
        void edited();

        /** The field was left, or a choice was made. */
        void left();

        /** Enter was pressed. */
        void entered();
    }
}

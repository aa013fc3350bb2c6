package dev.paddock.ui.transcript;

import dev.paddock.settings.CodeDisplay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How code is shown in the transcript, and who is told that a person wants it otherwise. */
public final class CodeView {
    private final List<Runnable> listeners = new ArrayList<>();
    private CodeDisplay display = CodeDisplay.DEFAULT;
    private Choice choice = change -> show(change.apply(display));

    /** A person has chosen. */
    @FunctionalInterface
    public interface Choice {
        void change(UnaryOperator<CodeDisplay> change);
    }

    public void show(CodeDisplay next) {
        if (!next.equals(display)) {
            display = next;
            listeners.forEach(Runnable::run);
        }
    }

    /** Without it a choice is shown at once, and kept by nobody. */
    public void onChoice(Choice told) {
        choice = told;
    }

    CodeDisplay display() {
        return display;
    }

    void choose(UnaryOperator<CodeDisplay> change) {
        choice.change(change);
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }
}

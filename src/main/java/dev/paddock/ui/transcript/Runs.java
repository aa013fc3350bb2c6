package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.FormulaView;
import dev.paddock.ui.maths.Typeset;
import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.text.Inline;

import javafx.scene.Node;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The nodes that show runs of text. A typeset formula is one node and to the layout one character,
 * to everybody else the text it was written as.
 */
final class Runs {
    private final TextFlow flow;
    private final Consumer<String> links;
    private final Typesetting typesetting;
    private List<Inline> shown = List.of();

    Runs(TextFlow flow, Consumer<String> links, Typesetting typesetting) {
        this.flow = flow;
        this.links = links;
        this.typesetting = typesetting;
    }

    List<Inline> shown() {
        return shown;
    }

    void show(List<Inline> next) {
        for (int i = 0; i < next.size(); i++) {
            if (i >= shown.size() || !shown.get(i).equals(next.get(i)) || waits(i)) {
                place(i, next.get(i));
            }
        }
        for (int i = next.size(); i < shown.size(); i++) {
            switch (flow.getChildren().get(i)) {
                case TextRun run -> run.hide();
                case Node other -> {
                    other.setManaged(false);
                    other.setVisible(false);
                }
            }
        }
        shown = next;
    }

    private void place(int at, Inline run) {
        var typeset = run.formula().filter(Formula::isClosed).flatMap(typesetting::of);
        switch (typeset.orElse(null)) {
            case Typeset.Drawn(var drawing) -> {
                var view = node(at, FormulaView.class, FormulaView::new);
                view.show(drawing, isDisplay(run), RunStyle.styleClasses(run), run.text());
            }
            case Typeset.Fault(String words) -> text(at, run, Optional.of(words));
            case null -> text(at, run, Optional.empty());
        }
    }

    private void text(int at, Inline run, Optional<String> fault) {
        node(at, TextRun.class, () -> new TextRun(links)).show(run, fault);
    }

    private <N extends Node> N node(int at, Class<N> kind, Supplier<N> maker) {
        var nodes = flow.getChildren();
        if (at < nodes.size() && kind.isInstance(nodes.get(at))) {
            var node = kind.cast(nodes.get(at));
            node.setManaged(true);
            node.setVisible(true);
            return node;
        }
        var made = maker.get();
        if (at < nodes.size()) {
            nodes.set(at, made);
        } else {
            nodes.add(made);
        }
        return made;
    }

    private static boolean isDisplay(Inline run) {
        return run.formula().filter(Formula::isDisplay).isPresent();
    }

    /** Whether it is a formula that is shown as written and may be typeset meanwhile. */
    private boolean waits(int at) {
        return shown.get(at).formula().filter(Formula::isClosed).isPresent()
                && flow.getChildren().get(at) instanceof TextRun run
                && run.said().isEmpty();
    }

    /** The place after the last formula that waits to be shown and is typeset by now, or 0. */
    int typesetUpTo() {
        int end = 0;
        int last = 0;
        for (int i = 0; i < shown.size(); i++) {
            end += shown.get(i).text().length();
            boolean typeset =
                    waits(i) && shown.get(i).formula().flatMap(typesetting::of).isPresent();
            last = typeset ? end : last;
        }
        return last;
    }

    /** Shows formulas that have been typeset meanwhile. */
    void showTypeset() {
        for (int i = 0; i < shown.size(); i++) {
            if (waits(i)) {
                place(i, shown.get(i));
            }
        }
    }

    /**
     * Fits formulas into lines of a width, negative for one that has no end; whether one has
     * another size now.
     */
    boolean fit(double width) {
        boolean changed = false;
        for (int i = 0; i < shown.size(); i++) {
            changed |= flow.getChildren().get(i) instanceof FormulaView view && view.fit(width);
        }
        return changed;
    }

    private boolean isDrawn(int at) {
        return flow.getChildren().get(at) instanceof FormulaView;
    }

    /** A place of the text as the layout counts. */
    int inFlow(int offset, boolean end) {
        int text = 0;
        int place = 0;
        for (int i = 0; i < shown.size(); i++) {
            int length = shown.get(i).text().length();
            if (offset <= text + length) {
                return isDrawn(i)
                        ? place + (offset == text || !end && offset < text + length ? 0 : 1)
                        : place + offset - text;
            }
            text += length;
            place += isDrawn(i) ? 1 : length;
        }
        return place;
    }

    /** A place of the layout in the text. */
    int inText(int place) {
        int text = 0;
        int from = 0;
        for (int i = 0; i < shown.size(); i++) {
            int length = shown.get(i).text().length();
            int drawn = isDrawn(i) ? 1 : length;
            if (place <= from + drawn) {
                return isDrawn(i) ? text + (place == from ? 0 : length) : text + place - from;
            }
            text += length;
            from += drawn;
        }
        return text;
    }
}

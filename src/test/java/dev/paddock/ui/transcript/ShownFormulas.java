package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.maths.FormulaView;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.List;
import java.util.stream.Stream;

/** The formulas of a transcript in a window of its own. */
final class ShownFormulas {
    private final ShownTranscript shown;

    ShownFormulas(ShownTranscript shown) {
        this.shown = shown;
    }

    void grow(String text) {
        var question = Samples.question("?");
        Stages.runOnFx(
                () -> {
                    if (shown.transcript.isEmpty()) {
                        shown.transcript.update(List.of(question, Samples.answering(question)));
                    }
                    shown.transcript.grow(text, "", AnswerWait.UNTOLD);
                });
        Stages.settle();
    }

    void awaitDrawn(int count) {
        Stages.await(
                count + " formulas",
                () -> {
                    if (formulas().size() != count) {
                        return false;
                    }
                    shown.view.layout();
                    return formulas().stream().allMatch(it -> it.getWidth() > 0);
                });
        Stages.settle();
    }

    List<FormulaView> formulas() {
        return nodes(FormulaView.class).toList();
    }

    <N extends Node> Stream<N> nodes(Class<N> kind) {
        return shown.pane().deck().live().stream()
                .flatMap(ShownFormulas::below)
                .filter(kind::isInstance)
                .filter(Node::isVisible)
                .map(kind::cast);
    }

    static Stream<Node> below(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(ShownFormulas::below))
                : Stream.of(node);
    }
}

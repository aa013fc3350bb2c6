package dev.paddock.ui.transcript;

import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A transcript in a window of its own. */
final class ShownTranscript {
    final Transcript transcript = new Transcript();
    final Theme theme = new Theme();
    final List<String> done = new ArrayList<>();
    final TranscriptView view;
    final Stage stage;

    private ShownTranscript() {
        view = new TranscriptView(transcript, new Words(), actions(), Thread::startVirtualThread);
        var scene = new Scene(view, 700, 900);
        theme.dress(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    static ShownTranscript open() {
        Stages.startToolkit();
        return Stages.onFx(ShownTranscript::new);
    }

    void close() {
        Stages.runOnFx(
                () -> {
                    stage.close();
                    theme.close();
                });
    }

    /** An answer and nothing else, laid out. */
    void show(String markdown) {
        var question = Samples.question("?");
        Stages.runOnFx(
                () -> transcript.update(List.of(question, Samples.answer(question, markdown, ""))));
        Stages.pulses(3);
    }

    RowsPane pane() {
        return (RowsPane) view.focusTarget();
    }

    List<RowCell> code() {
        return pane().deck().live().stream().filter(CodeCell.class::isInstance).toList();
    }

    List<RichText> texts() {
        return code().stream().flatMap(cell -> cell.texts().stream()).toList();
    }

    List<String> rowTexts(String answer) {
        show(answer);
        return rowTexts();
    }

    /** Of the rows of the answer. */
    List<String> rowTexts() {
        return transcript.rows().stream()
                .filter(row -> !(row instanceof Row.Question || row instanceof Row.Footer))
                .map(RowText::of)
                .toList();
    }

    /** The texts in sight that have a style class. */
    List<String> styled(String styleClass) {
        return Stages.onFx(
                () ->
                        visible("." + styleClass)
                                .filter(Text.class::isInstance)
                                .map(it -> ((Text) it).getText())
                                .toList());
    }

    Stream<Node> visible(String selector) {
        return view.lookupAll(selector).stream().filter(ShownTranscript::isVisible);
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    String copied() {
        return Stages.onFx(
                () -> {
                    pane().selection().all();
                    String all = pane().selection().text();
                    pane().selection().clear();
                    return all.substring("?\n\n".length());
                });
    }

    <T extends RowCell> T cell(Class<T> kind) {
        return pane().deck().live().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    void toggleThoughts() {
        Stages.runOnFx(() -> transcript.toggleThoughts(transcript.rows().getLast().message()));
        Stages.pulses(2);
    }

    private RowActions actions() {
        return (RowActions)
                Proxy.newProxyInstance(
                        RowActions.class.getClassLoader(),
                        new Class<?>[] {RowActions.class},
                        (_, method, _) -> {
                            if (method.getName().equals("busy")) {
                                return new ReadOnlyBooleanWrapper();
                            }
                            done.add(method.getName());
                            return null;
                        });
    }
}

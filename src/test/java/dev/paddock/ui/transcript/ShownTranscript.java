package dev.paddock.ui.transcript;

import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.words.Words;

import javafx.scene.Scene;
import javafx.stage.Stage;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

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

    private RowActions actions() {
        return (RowActions)
                Proxy.newProxyInstance(
                        RowActions.class.getClassLoader(),
                        new Class<?>[] {RowActions.class},
                        (_, method, _) -> {
                            done.add(method.getName());
                            return null;
                        });
    }
}

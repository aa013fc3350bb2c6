package dev.paddock.ui.chat;

import dev.paddock.ui.common.Theme;
import dev.paddock.ui.maths.FormulaView;
import dev.paddock.ui.transcript.RowActions;
import dev.paddock.ui.transcript.Transcript;
import dev.paddock.ui.transcript.TranscriptView;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A transcript in a window that tells when a formula is drawn in it. */
public final class FormulaWindow {
    private static final double NANOS = 1e6;

    private final Transcript transcript = new Transcript();
    private final Stage stage = new Stage();
    private final TranscriptView view;
    private CompletableFuture<Double> drawn = new CompletableFuture<>();
    private String wanted = "";
    private long shown;
    private long layout;
    private double worst;

    private FormulaWindow() {
        var actions =
                (RowActions)
                        Proxy.newProxyInstance(
                                RowActions.class.getClassLoader(),
                                new Class<?>[] {RowActions.class},
                                (_, method, _) ->
                                        method.getName().equals("busy")
                                                ? new ReadOnlyBooleanWrapper()
                                                : null);
        view = new TranscriptView(transcript, new Words(), actions, Thread::startVirtualThread);
        var scene = new Scene(view, 900, 700);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
        scene.addPreLayoutPulseListener(() -> layout = System.nanoTime());
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    public static FormulaWindow open() {
        Stages.startToolkit();
        return Stages.onFx(FormulaWindow::new);
    }

    /** From the frame in which {@code latex} is first there to the one in which it is typeset. */
    public double millis(String latex) throws Exception {
        var question = Samples.question("?");
        var done =
                Stages.onFx(
                        () -> {
                            drawn = new CompletableFuture<>();
                            wanted = "$$" + latex + "$$";
                            shown = 0;
                            transcript.update(
                                    List.of(question, Samples.answer(question, wanted, "")));
                            return drawn;
                        });
        return done.get(1, TimeUnit.MINUTES);
    }

    /** How long the slowest layout took, in milliseconds. */
    public double worstLayout() {
        return Stages.onFx(() -> worst);
    }

    /** The next layout is the first of those that count. */
    public void forgetLayouts() {
        Stages.runOnFx(() -> worst = 0);
    }

    private void laidOut() {
        long now = System.nanoTime();
        shown = shown == 0 ? now : shown;
        if (!drawn.isDone() && !wanted.isEmpty()) {
            worst = Math.max(worst, (now - layout) / NANOS);
            if (isDrawn(view)) {
                drawn.complete((now - shown) / NANOS);
            }
        }
    }

    private boolean isDrawn(Node node) {
        return switch (node) {
            case FormulaView it -> it.isVisible() && wanted.equals(it.getAccessibleText());
            case Parent it -> it.getChildrenUnmodifiable().stream().anyMatch(this::isDrawn);
            default -> false;
        };
    }
}

package dev.paddock.app;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Role;
import dev.paddock.engine.EngineState;
import dev.paddock.model.TinyModel;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A data folder and a small model, and what people do again and again. */
abstract class Journey {
    @TempDir Path folder;
    Path data;
    Path model;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void prepare() throws Exception {
        data = folder.resolve("data");
        model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        AppUnderTest.prepare(data, List.of(model), "-t 1");
    }

    /** An app whose answers end when somebody ends them, not before a slow machine gets there. */
    AppUnderTest openEndless() throws Exception {
        return openEndless(data, model);
    }

    static AppUnderTest openEndless(Path data, Path model) throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 --ignore-eos");
        return AppUnderTest.open(data, model.toString(), "--ctx-size=131072");
    }

    static void ask(AppUnderTest app, String question) {
        app.clickFirst("the composer", ".composer .text-area");
        app.type(question);
        app.press(KeyCode.ENTER);
        // Shown in the composer, it may be on its way to the disk; it waits there for an engine.
        app.await("the question to be kept", () -> kept(app, question) || !ready(app));
        app.awaitShown(question);
    }

    private static boolean kept(AppUnderTest app, String question) {
        return sessions(app)
                .flatMap(session -> session.state().value().messages().stream())
                .anyMatch(one -> one.role() == Role.USER && one.content().equals(question));
    }

    private static Stream<ChatSession> sessions(AppUnderTest app) {
        return app.wiring.conversations().list().value().stream()
                .map(one -> app.wiring.conversations().open(one.id()).join());
    }

    private static boolean ready(AppUnderTest app) {
        return app.state() instanceof EngineState.Ready;
    }

    static void awaitEnd(AppUnderTest app) {
        app.await(
                "the answer to end",
                () ->
                        app.wiring.conversations().answering().value().isEmpty()
                                && sessions(app).noneMatch(one -> one.state().value().busy()));
    }

    static void awaitAnswering(AppUnderTest app) {
        app.await("the answer to begin", () -> app.wiring.conversations().counts().atWork() > 0);
    }

    static void awaitFailure(AppUnderTest app) {
        app.await(
                "the failure",
                () ->
                        app.robot
                                .lookup(".failure-banner")
                                .tryQuery()
                                .filter(Shown::visible)
                                .isPresent());
    }

    static void openTab(AppUnderTest app, String name) {
        app.robot.interact(() -> {});
        if (app.robot.lookup(".inspector").tryQuery().isEmpty()) {
            app.press(KeyCode.CONTROL, KeyCode.I);
        }
        app.click(name);
        app.await(name + " to be in front", () -> app.selected(name));
    }

    /** In place of what the field of an option holds; it is not left yet. */
    static void type(AppUnderTest app, String selector, String text) {
        var field = field(app, selector);
        app.robot.interact(field::requestFocus);
        app.press(KeyCode.CONTROL, KeyCode.A);
        app.type(text);
    }

    static TextField field(AppUnderTest app, String selector) {
        return app.await(selector, () -> app.robot.lookup(selector).tryQueryAs(TextField.class));
    }

    /** What a label of an option's row says. */
    static String label(AppUnderTest app, String selector, String what) {
        Node row = field(app, selector);
        while (!row.getStyleClass().contains("option-row")) {
            row = row.getParent();
        }
        return ((Label) row.lookup(what)).getText();
    }

    /** Waits until it says {@code text}: what is kept in the settings is shown a moment later. */
    static void awaitLabel(AppUnderTest app, String text, String selector, String what)
            throws Exception {
        app.await(
                selector + " to say “" + text + "”", () -> label(app, selector, what).equals(text));
    }
}

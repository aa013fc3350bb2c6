package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.engine.EngineState;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.option.EngineOptions;
import dev.paddock.settings.ModelSelection;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.chat.SceneRobot;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.chat.ThreadDump;
import dev.paddock.ui.words.Words;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The whole app over the real engine, drawn into memory, and a person at its keys. */
final class AppUnderTest implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;
    private static final WindowPlace PLACE = new WindowPlace(0, 0, 990, 740, false, true, false);

    final FxRobot robot = SceneRobot.get();
    final Wiring wiring;
    final MainWindow window;

    private AppUnderTest(Wiring wiring, MainWindow window) {
        this.wiring = wiring;
        this.window = window;
    }

    /** Settings as of a person who used {@code recent} lately and has chosen none of them. */
    static void prepare(Path data, List<Path> recent, String extraArguments) throws Exception {
        var dirs = new AppDirs(data).create();
        var none = Settings.DEFAULT;
        var settings =
                new Settings(
                        none.engine(),
                        new ModelSelection(Optional.empty(), recent),
                        none.with(EngineOptions.EXTRA_ARGUMENTS, extraArguments).options(),
                        none.sharing(),
                        none.health(),
                        none.presentation(),
                        PLACE);
        new JsonSettings(dirs.settings()).save(settings);
    }

    static AppUnderTest open(Path data, String... arguments) throws Exception {
        return open(new Words(), data, arguments);
    }

    static AppUnderTest open(Words words, Path data, String... arguments) throws Exception {
        var line = CommandLine.parse(withEngine(arguments));
        var wiring = new Wiring(new AppDirs(data), line, words);
        var window =
                WaitForAsyncUtils.waitForAsyncFx(
                        TimeUnit.SECONDS.toMillis(LIMIT_SECONDS),
                        () -> {
                            Platform.setImplicitExit(false);
                            return MainWindow.open(wiring, wiring.words(), data);
                        });
        wiring.begin();
        var app = new AppUnderTest(wiring, window);
        app.await("the window to be laid out", app::isLaidOut);
        return app;
    }

    /** The usual engine, unless they name another. */
    private static List<String> withEngine(String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        if (line.stream().noneMatch(each -> each.startsWith("--engine="))) {
            Path engine = Path.of(System.getProperty("paddock.engine"));
            assertTrue(Files.exists(engine), engine + " is missing: run mvn generate-resources");
            line.addFirst("--engine=" + engine);
        }
        return line;
    }

    /** Before that, it does not know that it has no room for the inspector. */
    private boolean isLaidOut() {
        var body = window.stage().getScene().lookup("#body");
        return body != null && body.getLayoutBounds().getWidth() > 0;
    }

    /** Clicks the button people know by this name. */
    void click(String name) {
        Node button = await(name, () -> robot.lookup(node -> named(node, name)).tryQuery());
        robot.clickOn(button);
    }

    /** Whether the tab people know by this name is the chosen one. */
    boolean selected(String name) {
        return robot.lookup(
                        node -> named(node, name) && node instanceof Toggle it && it.isSelected())
                .tryQuery()
                .isPresent();
    }

    /** Gives the button of this name the keys, as Tab would. */
    boolean focus(String name) {
        var button = robot.lookup((Node node) -> named(node, name)).tryQuery();
        button.ifPresent(Node::requestFocus);
        return button.filter(Node::isFocused).filter(Node::isFocusTraversable).isPresent();
    }

    /** Whether the button of this name has the keys. */
    boolean focused(String name) {
        var owner = window.stage().getScene().getFocusOwner();
        return owner != null && named(owner, name);
    }

    /** Clicks what the style sheets call so. */
    void clickFirst(String what, String selector) {
        Node node = await(what, () -> robot.lookup(selector).tryQuery());
        robot.clickOn(node);
    }

    /** The conversation of the list that has this title. */
    Optional<Node> listed(String title) {
        return robot.lookup(".conversation-cell")
                .lookup((Node node) -> Shown.text(node).equals(title))
                .tryQuery();
    }

    void clickText(String text) {
        Node node =
                await(text, () -> robot.lookup(each -> Shown.text(each).equals(text)).tryQuery());
        robot.clickOn(node);
    }

    void type(String text) {
        robot.write(text);
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** As the close button of the window does. */
    void requestClose() {
        var stage = window.stage();
        robot.interact(
                () ->
                        Event.fireEvent(
                                stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** Whether some label or row of the window shows this text. */
    boolean shows(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), () -> found(text));
    }

    private boolean found(String text) {
        return robot.lookup(node -> Shown.text(node).contains(text)).tryQuery().isPresent();
    }

    void awaitShown(String text) {
        await("“" + text + "” to be shown", () -> found(text));
    }

    boolean composerFocused() {
        return window.stage().getScene().getFocusOwner() instanceof TextArea;
    }

    void awaitReady() {
        await("the engine to be ready", () -> state() instanceof EngineState.Ready);
    }

    EngineState state() {
        return wiring.supervisor().state().value();
    }

    void await(String what, BooleanSupplier condition) {
        await(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    <T> T await(String what, java.util.function.Supplier<Optional<T>> source) {
        var found = new java.util.concurrent.atomic.AtomicReference<Optional<T>>(Optional.empty());
        try {
            WaitForAsyncUtils.waitFor(
                    LIMIT_SECONDS,
                    TimeUnit.SECONDS,
                    () -> {
                        // On the FX thread, because elsewhere the scene changes while it is
                        // searched.
                        found.set(
                                WaitForAsyncUtils.waitForAsyncFx(
                                        TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), source::get));
                        return found.get().isPresent();
                    });
        } catch (java.util.concurrent.TimeoutException late) {
            ThreadDump.print(what);
            throw new AssertionError("waited in vain for " + what + "; engine: " + state(), late);
        }
        Stages.settle();
        return found.get().orElseThrow();
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), () -> window.stage().hide());
        wiring.close();
    }

    private static boolean named(Node node, String name) {
        return Shown.visible(node)
                && !node.isDisabled()
                && node instanceof javafx.scene.control.ButtonBase button
                && (name.equals(button.getText()) || name.equals(button.getAccessibleText()));
    }
}

package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.ConversationId;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.option.EngineOptions;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.platform.PngWriter;
import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.robot.Robot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes the pictures of {@code docs/screenshots}: the real window over the real engine. Needs a
 * screen of 1600 × 1000; {@code bin/screenshots} brings one.
 */
final class Screenshots {
    private static final List<String> CHAT =
            List.of(
                    "What is a context size?",
                    "What can you put in a table?",
                    "Show me a code block, please.");

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path STARTER =
            Path.of("target/classes/dev/paddock/starter/paddock-starter.gguf");

    private final Path folder;
    private final Path model;

    private Screenshots(Path folder, Path model) {
        this.folder = folder;
        this.model = model;
    }

    /**
     * @param arguments the folder for the pictures, and the model to chat with (the starter model
     *     when there is none)
     */
    static void main(String[] arguments) throws Exception {
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get(30, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
        // Away from everything that reacts to the pointer.
        onScreen(() -> new Robot().mouseMove(1690, 1090));
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path model = arguments.length > 1 ? Path.of(arguments[1]) : STARTER.toAbsolutePath();
        var pictures = new Screenshots(folder, model);
        for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            for (int width : List.of(900, 1600)) {
                pictures.empty(look, width);
                pictures.starter(look, width);
                pictures.chat(look, width);
                pictures.failed(look, width);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void empty(Appearance look, int width) throws Exception {
        try (var window = new Open(look, width, false)) {
            window.settle(700);
            window.take(name("empty", look, width));
        }
    }

    /** The starter model, before and after the first question. */
    private void starter(Appearance look, int width) throws Exception {
        try (var window = new Open(look, width, false)) {
            var path = window.wiring.models().model().path();
            window.wiring.preferences().change(settings -> settings.withModel(path));
            onScreen(window.window::startEngine);
            window.awaitEngine(EngineState.Ready.class);
            window.settle(1500);
            window.take(name("starter", look, width));
            String question = window.wiring.models().model().questions().getFirst();
            ConversationId id = window.ask(Optional.empty(), question, true);
            onScreen(() -> window.window.openConversation(id));
            window.ask(Optional.of(id), "Show me a table", true);
            window.settle(1500);
            window.take(name("starter-chat", look, width));
        }
    }

    private void failed(Appearance look, int width) throws Exception {
        try (var window = new Open(look, width, true);
                var _ = window.holdPort()) {
            onScreen(window.window::startEngine);
            window.awaitEngine(EngineState.Failed.class);
            window.settle(700);
            window.take(name("failed-start", look, width));
        }
    }

    private void chat(Appearance look, int width) throws Exception {
        try (var window = new Open(look, width, true)) {
            onScreen(window.window::startEngine);
            window.awaitEngine(EngineState.Ready.class);
            ConversationId id = window.ask(Optional.empty(), CHAT.getFirst(), true);
            onScreen(() -> window.window.openConversation(id));
            window.ask(Optional.of(id), CHAT.get(1), true);
            window.ask(Optional.of(id), CHAT.get(2), true);
            window.settle(1500);
            window.take(name("chat", look, width));
            window.ask(Optional.of(id), "Tell me a long story about a horse.", false);
            window.take(name("streaming", look, width));
        }
    }

    private static String name(String scene, Appearance look, int width) {
        return scene + "-" + look.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png";
    }

    private static <T> T onScreen(Supplier<T> job) throws Exception {
        return CompletableFuture.supplyAsync(job, new UiThread()).get(60, TimeUnit.SECONDS);
    }

    private static void onScreen(Runnable job) throws Exception {
        CompletableFuture.runAsync(job, new UiThread()).get(60, TimeUnit.SECONDS);
    }

    /** One window with data of its own. */
    private final class Open implements AutoCloseable {
        private final Wiring wiring;
        private final MainWindow window;

        Open(Appearance look, int width, boolean withModel) throws Exception {
            Path data = Files.createTempDirectory("pictures");
            var dirs = new AppDirs(data).create();
            var place = new WindowPlace(0, 0, width, width == 900 ? 600 : 1000, false, true, false);
            var settings = Settings.DEFAULT.withWindow(place).withAppearance(look);
            if (withModel) {
                settings = settings.withModel(model);
            }
            new JsonSettings(dirs.settings())
                    .save(
                            settings.with(EngineOptions.PARALLEL_SLOTS, 2)
                                    // More are slow where other programs work.
                                    .with(EngineOptions.THREADS, 1)
                                    .with(EngineOptions.PORT, TestPorts.next()));
            wiring = new Wiring(dirs, CommandLine.parse(List.of()), new Words());
            window =
                    onScreen(
                            () -> {
                                return MainWindow.open(wiring, new Words(), data);
                            });
            wiring.begin();
        }

        java.net.ServerSocket holdPort() throws java.io.IOException {
            int port =
                    wiring.preferences()
                            .settings()
                            .value()
                            .chain()
                            .inForce()
                            .value(EngineOptions.PORT);
            return new java.net.ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"));
        }

        /** Sends, and waits for the end of the answer or only for its beginning. */
        ConversationId ask(Optional<ConversationId> id, String question, boolean whole)
                throws Exception {
            var conversations = wiring.conversations();
            var session =
                    id.isPresent() ? conversations.open(id.get()).get() : conversations.create();
            session.send(question).get();
            if (whole) {
                Await.value(session.state(), state -> !state.busy(), LIMIT, "the answer");
            } else {
                settle(150);
            }
            return session.id();
        }

        void awaitEngine(Class<? extends EngineState> wanted) throws Exception {
            Await.value(wiring.supervisor().state(), wanted::isInstance, LIMIT, wanted.getName());
        }

        /** Lets samples come in and the layout follow. */
        void settle(int millis) throws Exception {
            var settled = new CompletableFuture<Void>();
            onScreen(
                    () -> {
                        var pause = new PauseTransition(javafx.util.Duration.millis(millis));
                        pause.setOnFinished(_ -> settled.complete(null));
                        pause.play();
                    });
            settled.get(60, TimeUnit.SECONDS);
        }

        void take(String name) throws Exception {
            var image = onScreen(() -> window.stage().getScene().snapshot(null));
            PngWriter.write(image, folder.resolve(name));
        }

        @Override
        public void close() {
            new UiThread().execute(() -> window.stage().hide());
            wiring.close();
        }
    }
}

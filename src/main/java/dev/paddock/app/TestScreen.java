package dev.paddock.app;

import dev.paddock.chat.ChatSession;
import dev.paddock.files.OwnerOnly;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.platform.PngWriter;
import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The real window, drawn into memory. */
final class TestScreen {
    /** The screen in memory has 1000 × 1000 pixels. */
    private static final WindowPlace PLACE = new WindowPlace(0, 0, 1000, 760, false, true, false);

    private static final long LIMIT_SECONDS = 30;
    private static final Duration SETTLING = Duration.ofMillis(900);

    private final MainWindow window;
    private final Words words;

    private TestScreen(MainWindow window, Words words) {
        this.window = window;
        this.words = words;
    }

    /**
     * @throws UnsupportedOperationException when JavaFX cannot start here
     */
    static TestScreen open(Wiring wiring, Words words, Path dataFolder)
            throws SelfTestException, InterruptedException {
        wiring.preferences()
                .change(settings -> settings.withWindow(PLACE).withAppearance(Appearance.LIGHT));
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        Platform.setImplicitExit(false);
        var window =
                onScreen(
                        () -> {
                            return MainWindow.open(wiring, words, dataFolder);
                        },
                        words);
        return new TestScreen(window, words);
    }

    /** Shows the conversation and writes what is then to be seen. */
    Path picture(ChatSession session, Path file)
            throws SelfTestException, IOException, InterruptedException {
        onScreen(
                () -> {
                    window.openConversation(session.id());
                    return true;
                },
                words);
        settle();
        WritableImage image = onScreen(() -> window.stage().getScene().snapshot(null), words);
        OwnerOnly.create(file);
        PngWriter.write(image, file);
        return file;
    }

    /** Lets a sample of the status come in and the layout follow. */
    private void settle() throws SelfTestException, InterruptedException {
        var settled = new CompletableFuture<Boolean>();
        onScreen(
                () -> {
                    var pause =
                            new PauseTransition(javafx.util.Duration.millis(SETTLING.toMillis()));
                    pause.setOnFinished(_ -> settled.complete(true));
                    pause.play();
                    return true;
                },
                words);
        await(settled, words);
    }

    private static <T> T onScreen(Supplier<T> job, Words words)
            throws SelfTestException, InterruptedException {
        return await(
                CompletableFuture.supplyAsync(job, new dev.paddock.ui.common.UiThread()), words);
    }

    private static <T> T await(CompletableFuture<T> result, Words words)
            throws SelfTestException, InterruptedException {
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new SelfTestException(words.of("selftest.late.window"));
        } catch (ExecutionException broken) {
            throw new SelfTestException(words.of("selftest.window", words.defect(broken)));
        }
    }
}

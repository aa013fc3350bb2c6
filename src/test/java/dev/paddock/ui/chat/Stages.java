package dev.paddock.ui.chat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;

import dev.paddock.ui.common.Theme;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

/** Windows of tests: the app's look without the app. */
public final class Stages {
    private static final long LIMIT_SECONDS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Method PULSE = pulseMethod();

    private Stages() {}

    /** Starts JavaFX unless it runs. */
    public static void startToolkit() {
        var started = new FutureTask<>(() -> true);
        try {
            Platform.startup(started);
        } catch (IllegalStateException running) {
            started.run();
        }
        Platform.setImplicitExit(false);
        get(started);
        onFx(
                () -> {
                    Theme.loadFonts();
                    return true;
                });
    }

    /** Runs {@code job} on the FX thread, from any thread, and waits for it. */
    public static <T> T onFx(Callable<T> job) {
        var task = new FutureTask<>(job);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        return get(task);
    }

    public static void runOnFx(Runnable job) {
        onFx(
                () -> {
                    job.run();
                    return true;
                });
    }

    /** Waits until {@code condition}, read on the FX thread, holds. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                ThreadDump.print(what);
                throw new AssertionError("never: " + what);
            }
            // Whoever asks without a pause takes the core from those it waits for.
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Lets the window take in what was done to it: what was put off is run, what is animated moves
     * on, all is laid out, and what that puts off is run and laid out as well. Waits for no clock.
     */
    public static void settle() {
        for (int i = 0; i < 2; i++) {
            runOnFx(Stages::pulse);
        }
    }

    /** As the toolkit does sixty times a second, but now. */
    private static void pulse() {
        try {
            PULSE.invoke(Toolkit.getToolkit());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JavaFX pulses otherwise now", e);
        }
    }

    private static Method pulseMethod() {
        try {
            var pulse = QuantumToolkit.class.getDeclaredMethod("pulse");
            pulse.setAccessible(true);
            return pulse;
        } catch (NoSuchMethodException e) {
            throw new LinkageError("JavaFX pulses otherwise now", e);
        }
    }

    /** Waits for {@code count} pulses. */
    public static void pulses(int count) {
        for (int i = 0; i < count; i++) {
            var done = new FutureTask<>(() -> true);
            runOnFx(
                    () ->
                            new javafx.animation.AnimationTimer() {
                                @Override
                                public void handle(long now) {
                                    stop();
                                    done.run();
                                }
                            }.start());
            get(done);
        }
    }

    /** A window that is laid out. */
    public static Stage show(Parent root, double width, double height, boolean dark) {
        var shown =
                onFx(
                        () -> {
                            Application.setUserAgentStylesheet(
                                    dark
                                            ? new PrimerDark().getUserAgentStylesheet()
                                            : new PrimerLight().getUserAgentStylesheet());
                            root.setStyle("-fx-font-family: Inter; -fx-font-size: 14px");
                            var stage = new Stage();
                            stage.setScene(new Scene(root, width, height));
                            stage.show();
                            return stage;
                        });
        settle();
        return shown;
    }

    public static void picture(Stage stage, Path file) {
        var image = onFx(() -> stage.getScene().snapshot(null));
        write(image, file);
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T get(FutureTask<T> task) {
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}

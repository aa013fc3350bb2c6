package dev.paddock.ui.common;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Lets work rest while nobody looks. */
public final class WhileShowing {
    private static final UiThread UI = new UiThread();
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock").factory());
    private static final ObservableValue<Boolean> NO = new SimpleBooleanProperty(false);

    private WhileShowing() {}

    /** Whether {@code node} is part of a window that is open and not minimised. */
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(WhileShowing::open)
                .orElse(false);
    }

    /**
     * Runs {@code job} at once and each second, on the FX thread, while {@code node} shows and it
     * is {@code due}. Not by a Timeline: while one runs, JavaFX wakes up sixty times a second,
     * whatever its interval.
     */
    public static void eachSecond(Node node, ObservableValue<Boolean> due, Runnable job) {
        var ticking = new AtomicReference<Future<?>>(CompletableFuture.completedFuture(null));
        due.flatMap(now -> now ? of(node) : NO)
                .subscribe(
                        ticks -> {
                            ticking.get().cancel(false);
                            if (ticks) {
                                job.run();
                                ticking.set(
                                        CLOCK.scheduleAtFixedRate(
                                                () -> UI.execute(job), 1, 1, TimeUnit.SECONDS));
                            }
                        });
    }

    private static ObservableValue<Boolean> open(Window window) {
        return window instanceof Stage stage
                ? stage.iconifiedProperty().flatMap(minimised -> minimised ? NO : shown(stage))
                : shown(window);
    }

    private static ObservableValue<Boolean> shown(Window window) {
        return window.showingProperty();
    }
}

package dev.paddock.ui.common;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Lets work rest while nobody looks. */
public final class WhileShowing {
    private static final UiThread UI = new UiThread();
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock").factory());

    private static final Duration SECOND = Duration.ofSeconds(1);

    private WhileShowing() {}

    /** Whether {@code node} is part of a window that is open and not minimised. */
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(WhileShowing::open)
                .orElse(false);
    }

    /** Runs {@code job} as {@link #again} does, each second. */
    public static void eachSecond(Node node, ObservableValue<Boolean> due, Runnable job) {
        again(
                node,
                due,
                () -> {
                    job.run();
                    return SECOND;
                });
    }

    /**
     * Runs {@code job} at once and after each pause that it asks for, on the FX thread, while
     * {@code node} shows and it is {@code due}. Not by a Timeline: while one runs, JavaFX wakes up
     * sixty times a second, whatever its interval.
     *
     * @return runs it at once, if it may run now, and counts the pause from there
     */
    public static Runnable again(Node node, ObservableValue<Boolean> due, Supplier<Duration> job) {
        var next = new AtomicReference<Future<?>>(CompletableFuture.completedFuture(null));
        var runs = due.flatMap(now -> now ? of(node) : no());
        Runnable atOnce =
                () -> {
                    next.get().cancel(false);
                    if (runs.getValue()) {
                        tick(next, job);
                    }
                };
        runs.subscribe(_ -> atOnce.run());
        return atOnce;
    }

    private static void tick(AtomicReference<Future<?>> next, Supplier<Duration> job) {
        var due = new CompletableFuture<Void>();
        next.set(due);
        long pause = job.get().toMillis();
        var waits =
                CLOCK.schedule(
                        () ->
                                UI.execute(
                                        () -> {
                                            if (!due.isCancelled()) {
                                                tick(next, job);
                                            }
                                        }),
                        pause,
                        TimeUnit.MILLISECONDS);
        due.whenComplete((_, _) -> waits.cancel(false));
    }

    private static ObservableValue<Boolean> open(Window window) {
        return window instanceof Stage stage
                ? stage.iconifiedProperty().flatMap(minimised -> minimised ? no() : shown(stage))
                : shown(window);
    }

    /** Each one its own: one for all would hold whoever listens to it for ever. */
    private static ObservableValue<Boolean> no() {
        return new SimpleBooleanProperty(false);
    }

    private static ObservableValue<Boolean> shown(Window window) {
        return window.showingProperty();
    }
}

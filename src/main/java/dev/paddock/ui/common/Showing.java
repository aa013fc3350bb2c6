package dev.paddock.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** Lets work rest while nobody looks. */
public final class Showing {
    private static final ObservableValue<Boolean> NO = new SimpleBooleanProperty(false);

    private Showing() {}

    /** Whether {@code node} is part of a window that is open and not minimised. */
    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Showing::open)
                .orElse(false);
    }

    /** Runs {@code job} each second, on the FX thread, while {@code node} shows. */
    public static void eachSecond(Node node, Runnable job) {
        var clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> job.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        of(node).subscribe(
                        shows -> {
                            if (shows) {
                                job.run();
                                clock.play();
                            } else {
                                clock.stop();
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

package dev.paddock.ui.shell;

import dev.paddock.settings.WindowPlace;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.util.List;
import java.util.stream.Stream;

/** Puts the window where it was last time and notes where it goes. */
final class WindowPlacement {
    private static final Duration REST = Duration.millis(400);

    /** Less than this of a window on a screen could not be grabbed. */
    private static final double GRIP = 80;

    private final WindowViewModel model;
    private final Stage stage;
    private final PauseTransition settled = new PauseTransition(REST);

    WindowPlacement(WindowViewModel model, Stage stage) {
        this.model = model;
        this.stage = stage;
    }

    /** Call before the stage is shown. */
    void restore() {
        var place = model.place();
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        var main = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(WindowPlace.LEAST_WIDTH, main.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.LEAST_HEIGHT, main.getHeight()));
        stage.setWidth(Math.min(place.width(), main.getWidth()));
        stage.setHeight(Math.min(place.height(), main.getHeight()));
        if (reachable(place, screens)) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
        settled.setOnFinished(_ -> note());
        Stream.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(property -> property.addListener((_, _, _) -> settled.playFromStart()));
    }

    /** Notes the place at once, for the end of the app. */
    void note() {
        settled.stop();
        boolean maximized = stage.isMaximized();
        if (stage.isIconified() || !stage.isShowing()) {
            return;
        }
        model.keep(
                now ->
                        maximized
                                ? new WindowPlace(
                                        now.x(),
                                        now.y(),
                                        now.width(),
                                        now.height(),
                                        true,
                                        now.open())
                                : new WindowPlace(
                                        stage.getX(),
                                        stage.getY(),
                                        stage.getWidth(),
                                        stage.getHeight(),
                                        false,
                                        now.open()));
    }

    static boolean reachable(WindowPlace place, List<Rectangle2D> screens) {
        if (Double.isNaN(place.x()) || Double.isNaN(place.y())) {
            return false;
        }
        return screens.stream()
                .anyMatch(
                        screen ->
                                place.x() + place.width() > screen.getMinX() + GRIP
                                        && place.x() < screen.getMaxX() - GRIP
                                        && place.y() >= screen.getMinY() - 1
                                        && place.y() < screen.getMaxY() - GRIP);
    }
}

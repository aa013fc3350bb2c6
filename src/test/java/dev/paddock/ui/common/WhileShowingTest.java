package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.chat.Stages;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@ExtendWith(SceneExtension.class)
class WhileShowingTest {
    private final Pane node = new Pane();
    private final BooleanProperty due = new SimpleBooleanProperty();
    private final AtomicInteger runs = new AtomicInteger();
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(node, 100, 100));
    }

    @Test
    void ticksWhileItShowsAndIsDue(FxRobot robot) throws Exception {
        robot.interact(() -> WhileShowing.eachSecond(node, due, this::run));
        robot.interact(() -> due.set(true));
        assertEquals(0, runs.get(), "not shown");
        robot.interact(() -> due.set(false));
        robot.interact(stage::show);
        assertEquals(0, runs.get(), "not due");
        robot.interact(() -> due.set(true));
        assertEquals(1, runs.get(), "at once");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> runs.get() > 2);
        robot.interact(stage::hide);
        int before = runs.get();
        robot.interact(stage::show);
        assertEquals(before + 1, runs.get(), "at once when it shows again");
        robot.interact(stage::hide);
    }

    @Test
    void holdsNothingThatIsNeededNoMore(FxRobot robot) {
        var gone = new ArrayList<WeakReference<Pane>>();
        robot.interact(
                () -> {
                    var part = new Pane();
                    gone.add(new WeakReference<>(part));
                    WhileShowing.eachSecond(part, new SimpleBooleanProperty(false), this::run);
                });
        Stages.await(
                "collected",
                () -> {
                    System.gc();
                    return gone.getFirst().get() == null;
                });
    }

    @Test
    void waitsAsLongAsItIsAskedTo(FxRobot robot) throws Exception {
        robot.interact(stage::show);
        robot.interact(
                () ->
                        WhileShowing.again(
                                node,
                                due,
                                () ->
                                        Duration.ofMillis(
                                                runs.incrementAndGet() < 3 ? 1 : 3_600_000)));
        robot.interact(() -> due.set(true));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> runs.get() == 3);
        robot.interact(stage::hide);
    }

    @Test
    void runsAtOnceWhereSomethingNewIsToBeSaidAndCountsFromThere(FxRobot robot) throws Exception {
        robot.interact(stage::show);
        robot.interact(
                () -> {
                    var again =
                            WhileShowing.again(
                                    node,
                                    due,
                                    () ->
                                            runs.incrementAndGet() == 2
                                                    ? Duration.ofMillis(1)
                                                    : Duration.ofHours(1));
                    again.run();
                    assertEquals(0, runs.get(), "not due");
                    due.set(true);
                    assertEquals(1, runs.get());
                    again.run();
                });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> runs.get() == 3);
        robot.interact(stage::hide);
    }

    private void run() {
        assertTrue(Platform.isFxApplicationThread());
        runs.incrementAndGet();
    }
}

package dev.paddock.ui.engine;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.Sharing;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a person sees and can do while an engine loads, stalls, sticks, or serves others. */
@ExtendWith(SceneExtension.class)
class EngineHealthTest {
    private DemoWindow demo;

    @Start
    void start(javafx.stage.Stage ignored) {
        demo =
                new DemoWindow(
                        DemoParts.settings()
                                .withModel(DemoParts.MODEL)
                                .withWindow(new WindowPlace(0, 0, 1000, 980, false, true, false)));
        demo.look.show();
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    private static <T extends Node> T find(FxRobot robot, String query, Class<T> kind) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(query).queryAs(kind));
    }

    private static void press(FxRobot robot, String text) {
        var button =
                WaitForAsyncUtils.waitForAsyncFx(
                        5000,
                        () ->
                                robot
                                        .lookup(".failure-banner .button")
                                        .queryAllAs(Button.class)
                                        .stream()
                                        .filter(each -> text.equals(each.getText()))
                                        .findFirst()
                                        .orElseThrow());
        robot.interact(button::fire);
    }

    private boolean bannerShows(FxRobot robot) {
        return find(robot, ".failure-banner", Node.class).isVisible();
    }

    private void state(FxRobot robot, EngineState next) {
        robot.interact(() -> demo.engine.state.set(next));
    }

    @Test
    void aStuckEngineIsRestartedOrWaitedFor(FxRobot robot) {
        var why = new NotResponding(Symptom.HEALTH, Duration.ofSeconds(13));
        state(robot, new EngineState.Unresponsive(DemoParts.ready().engine(), why));
        assertTrue(bannerShows(robot));
        press(robot, "Restart");
        assertEquals(List.of("restart"), demo.engine.told);
        press(robot, "Wait");
        assertFalse(bannerShows(robot), "a person waits");
        state(robot, DemoParts.ready());
        state(robot, new EngineState.Unresponsive(DemoParts.ready().engine(), why));
        assertTrue(bannerShows(robot), "and is told the next time");
    }

    @Test
    void aStalledStartIsWaitedForOrEnded(FxRobot robot) {
        state(
                robot,
                new EngineState.Stalled(
                        DemoParts.plan(),
                        DemoParts.NOW.minusSeconds(301),
                        7,
                        new Failure.NotReadyInTime(Duration.ofSeconds(300), List.of())));
        press(robot, "Wait");
        press(robot, "Stop");
        assertEquals(List.of("waitOn", "stop"), demo.engine.told);
    }

    @Test
    void aLoadSaysWhatIsReadAndHowMuchOfIt(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.window.openTab(0);
                    demo.engine.progress.set(
                            new LoadProgress(Stage.READING, OptionalLong.of(2_186_405_500L)));
                });
        state(robot, new EngineState.Loading(DemoParts.plan(), DemoParts.NOW.minusSeconds(12), 7));
        assertEquals(
                "Loading model · 50 % · 12 s", find(robot, ".state-chip", Labeled.class).getText());
        String stage = find(robot, ".loading-notice > .label", Labeled.class).getText();
        assertEquals("Reading Mistral-7B-Instruct-v0.3.Q4_K_M: 2.0 GiB of 4.1 GiB", stage);
    }

    @Test
    void theEngineIsCheckedOnRequestAndSaysWhatCameOfIt(FxRobot robot) {
        state(robot, DemoParts.ready());
        robot.interact(() -> demo.window.openTab(0));
        robot.interact(find(robot, "#check", Button.class)::fire);
        assertEquals(List.of("check"), demo.engine.told);
        var came = new HealthCheck.Result.Generated(Duration.ofMillis(41));
        robot.interact(
                () ->
                        demo.engine.checked.set(
                                new HealthCheck.Done(came, DemoParts.NOW.minusSeconds(9))));
        assertEquals(
                "It works: a token took 41 ms · 9 s ago",
                find(robot, ".check-result", Labeled.class).getText());
    }

    @Test
    void othersAreLetInOnRequestWithAKeyThatCanBeRenewed(FxRobot robot) {
        assertEquals(Sharing.OFF, sharing());
        robot.interact(() -> demo.window.openTab(1));
        robot.interact(find(robot, "#shared", CheckBox.class)::fire);
        assertTrue(sharing().on());
        var first = sharing().key();
        robot.interact(find(robot, "#renew", Button.class)::fire);
        assertTrue(sharing().key().isPresent());
        assertNotEquals(first, sharing().key());
        var context = find(robot, "#contextSize", TextField.class);
        robot.interact(() -> context.setText("8192"));
        robot.interact(() -> context.requestFocus());
        robot.push(KeyCode.ENTER);
        assertEquals(
                8192, demo.preferences.settings().value().chain().resolve(CONTEXT_SIZE).value());
        assertTrue(sharing().on(), "another setting leaves it alone");
        var kept = sharing().key();
        robot.interact(find(robot, "#shared", CheckBox.class)::fire);
        assertEquals(new Sharing(false, kept), sharing());
    }

    private Sharing sharing() {
        return demo.preferences.settings().value().sharing();
    }

    @Test
    void aSharedEngineIsMarkedAndHandsOutItsAddressAndKey(FxRobot robot) {
        state(robot, DemoParts.ready());
        var mark = find(robot, "#network", MenuButton.class);
        assertFalse(mark.isVisible());
        state(robot, new EngineState.Ready(DemoParts.shared()));
        assertTrue(mark.isVisible());
        assertEquals(
                List.of("Copy http://192.168.1.20:8080/v1", "Copy the key for other computers"),
                mark.getItems().stream().map(MenuItem::getText).toList());
        assertEquals("http://192.168.1.20:8080/v1", copied(robot, mark.getItems().getFirst()));
        assertEquals("7c41f09ab2d35e6881aa0c44", copied(robot, mark.getItems().getLast()));
    }

    private static String copied(FxRobot robot, MenuItem item) {
        robot.interact(item::fire);
        var text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    @Test
    void theCareIsAPersonsChoice(FxRobot robot) {
        robot.interact(() -> demo.window.showCard(demo.settings.node()));
        robot.interact(find(robot, "#restartStuck", CheckBox.class)::fire);
        robot.interact(find(robot, "#afterStart", CheckBox.class)::fire);
        var every = every(robot);
        robot.interact(() -> every.setValue(Optional.of(Duration.ofMinutes(5))));
        assertEquals(
                new HealthPolicy(true, false, Optional.of(Duration.ofMinutes(5))),
                demo.preferences.settings().value().health());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Optional<Duration>> every(FxRobot robot) {
        return find(robot, "#every", ComboBox.class);
    }
}

package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.paddock.settings.Appearance;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

import java.util.ArrayList;
import java.util.List;

/** The outline is painted by hand: where the window differs from it, it would be seen to jump. */
@ExtendWith(SceneExtension.class)
class SkeletonWindowTest {
    @ParameterizedTest
    @CsvSource({"LIGHT,990", "DARK,990", "LIGHT,840", "DARK,1000"})
    void theOutlineLiesWhereTheWindowWillBe(Appearance appearance, double width, FxRobot robot) {
        robot.interact(() -> compare(appearance, width));
    }

    @Test
    void theIconIsThereInEverySize() {
        var sizes = SkeletonWindow.icons().stream().map(Image::getWidth).toList();
        assertEquals(List.of(16.0, 32.0, 48.0, 64.0, 128.0, 256.0), sizes);
    }

    @Test
    void menusCloseBeforeTheWindowTheyBelongTo(FxRobot robot) {
        var windowShown = new ArrayList<Boolean>();
        robot.interact(
                () -> {
                    var demo = DemoWindow.shown(900, 600);
                    var stage = demo.look.stage();
                    var menu = new ContextMenu(new MenuItem("Copy"));
                    menu.setOnHiding(_ -> windowShown.add(stage.isShowing()));
                    menu.show(stage, 10, 10);
                    demo.look.askToClose();
                });
        assertEquals(List.of(true), windowShown);
    }

    private static void compare(Appearance appearance, double width) {
        var settings =
                Settings.DEFAULT
                        .withAppearance(appearance)
                        .withWindow(new WindowPlace(0, 0, width, 700, false, true, false));
        var look =
                new SkeletonWindow(
                        Toolkit.create(new Words()),
                        new DemoParts.FakePreferences(settings),
                        () -> {});
        var outline = (BorderPane) shown(look.stage()).getRoot();
        var body = (BorderPane) outline.getCenter();
        var demo = new DemoWindow(settings);
        Scene window = shown(demo.look.stage());

        assertEquals(ground(window.lookup(".shell")), ground(outline));
        assertSame(window.lookup(".menu-bar"), outline.getTop());
        assertSame(window.lookup(".sidebar"), body.getLeft());
        var top = ((BorderPane) body.getCenter()).getTop();
        assertEquals(bounds(window.lookup(".top-bar")), bounds(top));
        if (width < Shell.NARROW) {
            assertNull(body.getRight());
        } else {
            assertSame(window.lookup(".inspector"), body.getRight());
        }
        look.stage().hide();
        demo.look.stage().hide();
    }

    private static Scene shown(Stage stage) {
        stage.show();
        var scene = stage.getScene();
        // The second pass sees how narrow the first one found the window.
        for (int pass = 0; pass < 2; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return scene;
    }

    private static void assertSame(Node real, Node outlined) {
        assertEquals(bounds(real), bounds(outlined));
        assertEquals(ground(real), ground(outlined));
    }

    private static Paint ground(Node node) {
        return ((Region) node).getBackground().getFills().getLast().getFill();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}

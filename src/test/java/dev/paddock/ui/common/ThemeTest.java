package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Stages;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.IntStream;

/** What our sheets mend of the toolkit's own look. */
class ThemeTest {
    /** So long that it can be seen and taken hold of. */
    private static final double LEAST_THUMB = 24;

    private static final int ICON = 16;

    @AutoClose private final DressedStage dressed = DressedStage.open();

    @Test
    void everyThumbCanBeSeenAndGrasped() {
        for (var orientation : Orientation.values()) {
            assertThumb(bar(orientation, ""), orientation);
            assertThumb(bar(orientation, "code-scroll"), orientation);
            assertThumb(new ScrollPane(new Rectangle(1e6, 1e6)), orientation);
        }
        var list = new ListView<Integer>();
        IntStream.range(0, 20_000).forEach(list.getItems()::add);
        assertThumb(list, Orientation.VERTICAL);
    }

    private static Node bar(Orientation orientation, String style) {
        var bar = new ScrollBar();
        bar.getStyleClass().add(style);
        bar.setOrientation(orientation);
        bar.setMax(1e6);
        bar.setVisibleAmount(1);
        return bar;
    }

    private void assertThumb(Node node, Orientation orientation) {
        boolean upright = orientation == Orientation.VERTICAL;
        dressed.show(new StackPane(node), 1);
        Stages.settle();
        var bar =
                Stages.onFx(
                        () ->
                                dressed.stage.getScene().getRoot().lookupAll(".scroll-bar").stream()
                                        .map(ScrollBar.class::cast)
                                        .filter(it -> it.getOrientation() == orientation)
                                        .filter(Node::isVisible)
                                        .findFirst()
                                        .orElseThrow());
        var thumb = Stages.onFx(() -> bar.lookup(".thumb").getLayoutBounds());
        double length = upright ? thumb.getHeight() : thumb.getWidth();
        double breadth = upright ? bar.prefWidth(-1) : bar.prefHeight(-1);
        assertTrue(length >= LEAST_THUMB, node + ": " + length);
        assertEquals(8, breadth, "no broader for it");
    }

    @Test
    void crossingStrokesOfAnIconLeaveNoHole() {
        for (double zoom : new double[] {1.25, 2}) {
            var icon = new FontIcon(Feather.X);
            icon.setIconSize(ICON);
            var content = new Pane(icon);
            content.getTransforms().setAll(new Scale(zoom, zoom, 0, 0));
            dressed.show(new Pane(content), zoom);
            Stages.runOnFx(() -> icon.relocate(10, 10));
            Stages.settle();
            assertTrue(darkness(icon, zoom) > 0.7, zoom + ": " + darkness(icon, zoom));
        }
    }

    /**
     * A picture of a part of the window is taken at a scale of 1: what shows is the way it takes.
     */
    @Test
    void noneAtALargerScaleOfTheScreen() {
        var icon = new FontIcon(Feather.X);
        dressed.show(new StackPane(icon), 1);
        Stages.settle();
        assertNull(Stages.onFx(icon::getEffect));
        Stages.runOnFx(() -> dressed.stage.setRenderScaleX(2));
        Stages.settle();
        assertNotNull(Stages.onFx(icon::getEffect));
        Stages.runOnFx(() -> dressed.stage.setRenderScaleX(1));
        Stages.settle();
        assertNull(Stages.onFx(icon::getEffect));
    }

    /** In the middle of the icon, where its strokes cross. */
    private double darkness(Node icon, double zoom) {
        return Stages.onFx(
                () -> {
                    var shot = new SnapshotParameters();
                    shot.setFill(Color.WHITE);
                    var image = dressed.stage.getScene().getRoot().snapshot(shot, null);
                    var box = icon.getBoundsInParent();
                    int x = (int) Math.floor(box.getCenterX() * zoom);
                    int y = (int) Math.floor(box.getCenterY() * zoom);
                    return 1 - image.getPixelReader().getColor(x, y).getBrightness();
                });
    }

    @Test
    void aRadioButtonStandsOnTheGroundThereIs() {
        var button = new RadioButton("Text");
        dressed.show(new StackPane(button), 1);
        var fills = Stages.onFx(() -> button.getBackground().getFills());
        assertTrue(
                fills.stream().allMatch(fill -> fill.getFill().equals(Color.TRANSPARENT)),
                fills.toString());
    }
}

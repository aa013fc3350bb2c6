package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Marker;

import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/** What stands before a block: a number, a bullet or a box for each of the items it opens. */
final class Markers extends Group {
    private static final double GAP = 8;
    private static final double LINE = 22;

    /** So far a marker may reach beyond its own step. */
    private static final double OVERHANG = 14;

    private final List<Slot> slots = new ArrayList<>();
    private List<Indent.Placed> shown = List.of();

    /** One marker; a box is drawn, all others are text. */
    private static final class Slot {
        final Text text = new Text();
        final FontIcon box = new FontIcon(Feather.SQUARE);

        Slot() {
            text.getStyleClass().add("marker");
            text.setTextOrigin(VPos.TOP);
            box.getStyleClass().add("task-box");
        }

        void show(Marker marker) {
            box.setVisible(marker instanceof Marker.Task);
            text.setVisible(!box.isVisible());
            switch (marker) {
                case Marker.Task(boolean done) ->
                        box.setIconCode(done ? Feather.CHECK_SQUARE : Feather.SQUARE);
                case Marker.Bullet _, Marker.Number _, Marker.Footnote _ ->
                        text.setText(marker.text());
            }
        }

        void hide() {
            text.setVisible(false);
            box.setVisible(false);
        }

        Node node() {
            return box.isVisible() ? box : text;
        }
    }

    Markers() {
        setManaged(false);
        setAutoSizeChildren(false);
    }

    void show(List<Indent.Placed> markers) {
        shown = markers;
        while (slots.size() < markers.size()) {
            var slot = new Slot();
            slots.add(slot);
            getChildren().addAll(slot.text, slot.box);
        }
        for (int i = 0; i < slots.size(); i++) {
            if (i < markers.size()) {
                slots.get(i).show(markers.get(i).marker());
            } else {
                slots.get(i).hide();
            }
        }
    }

    /** How wide a step to {@code level} must be at least for its marker to be seen whole. */
    double room(int level) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).level() == level) {
                return width(slots.get(i)) + GAP - OVERHANG;
            }
        }
        return 0;
    }

    private static double width(Slot slot) {
        return slot.node().getLayoutBounds().getWidth();
    }

    /** Where something begins that is so far from the side at which text begins. */
    @FunctionalInterface
    interface FromBegin {
        double left(double begin, double width);
    }

    /**
     * @param ends where the step of each level ends
     * @param drop how far below the block's top they stand
     */
    void lay(double[] ends, double drop, FromBegin side, NodeOrientation orientation) {
        for (int i = 0; i < shown.size(); i++) {
            var node = slots.get(i).node();
            double width = width(slots.get(i));
            var bounds = node.getLayoutBounds();
            node.setLayoutX(side.left(ends[shown.get(i).level()] - GAP - width, width));
            node.setLayoutY(
                    slots.get(i).box == node
                            ? (LINE - bounds.getHeight()) / 2 - bounds.getMinY() + drop
                            : drop);
            slots.get(i).text.setNodeOrientation(orientation);
        }
    }
}

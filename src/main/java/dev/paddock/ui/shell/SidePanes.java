package dev.paddock.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what stands at the sides of the chat beside it or, where there is no room, over what was
 * said. What one writes with stays free.
 */
final class SidePanes {
    private static final PseudoClass FLOATING = PseudoClass.getPseudoClass("floating");
    private static final double SHADOW = 40;
    private static final String COMPOSER = ".composer";

    private final HBox columns;
    private final StackPane chat;
    private final Set<Region> followed = new HashSet<>();

    SidePanes(HBox columns, StackPane chat) {
        this.columns = columns;
        this.chat = chat;
    }

    void place(Region pane, Side side, boolean open, boolean over) {
        boolean focused =
                Optional.ofNullable(pane.getScene())
                        .map(scene -> scene.getFocusOwner())
                        .filter(owner -> Focus.inside(pane, owner))
                        .isPresent();
        boolean stays = open && (over ? chat : columns).getChildren().contains(pane);
        if (stays) {
            return;
        }
        columns.getChildren().remove(pane);
        chat.getChildren().remove(pane);
        pane.pseudoClassStateChanged(FLOATING, over);
        if (open && over) {
            endAtTheComposer(pane);
            StackPane.setAlignment(pane, side == Side.LEFT ? Pos.TOP_LEFT : Pos.TOP_RIGHT);
            leaveFree(pane);
            chat.getChildren().add(pane);
        } else if (open) {
            pane.setClip(null);
            columns.getChildren().add(side == Side.LEFT ? 0 : columns.getChildren().size(), pane);
        } else if (focused) {
            composer().flatMap(Focus::first).ifPresent(Node::requestFocus);
        }
    }

    /** Also where there is less room than it needs; its shadow falls to the other sides. */
    private static void endAtTheComposer(Region pane) {
        var inside = new Rectangle();
        inside.setX(-SHADOW);
        inside.setY(-SHADOW);
        inside.widthProperty().bind(pane.widthProperty().add(2 * SHADOW));
        inside.heightProperty().bind(pane.heightProperty().add(SHADOW));
        pane.setMinHeight(0);
        pane.setClip(inside);
    }

    /** However much is written in it. */
    private void leaveFree(Region pane) {
        composer()
                .filter(_ -> followed.add(pane))
                .ifPresent(
                        composer ->
                                composer.heightProperty()
                                        .subscribe(
                                                height ->
                                                        StackPane.setMargin(
                                                                pane,
                                                                above(height.doubleValue()))));
    }

    private static Insets above(double height) {
        return new Insets(0, 0, height, 0);
    }

    private Optional<Region> composer() {
        return Optional.ofNullable(chat.lookup(COMPOSER))
                .filter(Region.class::isInstance)
                .map(Region.class::cast);
    }
}

package dev.paddock.ui.shell;

import dev.paddock.ui.common.FittedScrollPane;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * What the window has to tell above the chat: what failed, and below it the notices. They share the
 * room there is, so that the chat keeps its own, and each scrolls what has none.
 */
final class MessageArea extends Region {
    /** Of the notices beside a failure: one of them, to be seen and dismissed. */
    private static final double LEAST_NOTICES = 44;

    private final ScrollPane banner;
    private final NoticeList notices;
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room", Double.MAX_VALUE);

    MessageArea(Node failure, NoticeList notices) {
        banner = new FittedScrollPane(failure);
        this.notices = notices;
        banner.visibleProperty().bind(failure.visibleProperty());
        banner.visibleProperty().subscribe(_ -> requestLayout());
        room.subscribe(_ -> requestLayout());
        getChildren().setAll(banner, notices);
    }

    /** Its greatest height. */
    DoubleProperty roomProperty() {
        return room;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(room.get(), bannerHeight(width) + notices.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double all = getHeight();
        double wanted = notices.prefHeight(getWidth());
        double below = Math.min(wanted, Math.max(LEAST_NOTICES, all - bannerHeight(getWidth())));
        double above = Math.max(0, all - below);
        banner.resizeRelocate(0, 0, getWidth(), above);
        notices.resizeRelocate(0, above, getWidth(), Math.min(below, all));
    }

    private double bannerHeight(double width) {
        return banner.isVisible() ? banner.prefHeight(width) : 0;
    }
}

package dev.paddock.ui.transcript;

/** How far a block of code is scrolled to the left: the same for all of its rows. In pixels. */
final class SidewaysScroll {
    private double offset;
    private double widest;
    private double viewport;

    double offset() {
        return offset;
    }

    /** The largest offset, 0 where everything is in sight. */
    double most() {
        return Math.max(0, widest - viewport);
    }

    /** The share of the block's width that is in sight. */
    double shareInSight() {
        return widest <= 0 ? 1 : Math.min(1, viewport / widest);
    }

    /** Whether that moved it. */
    boolean to(double wanted) {
        double next = Math.clamp(wanted, 0, most());
        boolean moves = next != offset;
        offset = next;
        return moves;
    }

    /**
     * One of its rows has been laid out.
     *
     * @param room how much of it is in sight
     * @param alone whether the block has no other rows
     * @return whether that changed what can be scrolled
     */
    boolean laid(double width, double room, boolean alone) {
        double most = most();
        double place = offset;
        widest = alone ? width : Math.max(widest, width);
        viewport = room;
        offset = Math.min(offset, most());
        return most != most() || place != offset;
    }
}

package dev.paddock.ui.transcript;

import java.util.List;
import java.util.Optional;

/**
 * Keeps a fork where it is while another version takes the place of what followed it: its beginning
 * where that is in sight, else the switch at its end. What is short then leaves a gap below it
 * rather than moving, until a person scrolls or goes to the newest text.
 */
final class ForkPlace {
    private final double margin;
    private Optional<Place> kept = Optional.empty();
    private boolean holds;

    /**
     * Where a row begins.
     *
     * @param y in pixels below the top of what is in sight
     */
    record Place(int row, double y, boolean atSwitch) {}

    /**
     * @param margin where a fork that was out of sight is put, in pixels below the top
     */
    ForkPlace(double margin) {
        this.margin = margin;
    }

    /**
     * Another version is about to take a place.
     *
     * @param begin where it begins
     * @param end where the switch stands
     * @param height of what is in sight
     */
    void keep(Place begin, Place end, double height) {
        holds = true;
        if (isInSight(begin, height)) {
            kept = Optional.of(begin);
        } else if (isInSight(end, height)) {
            kept = Optional.of(new Place(begin.row(), end.y(), true));
        } else {
            kept = Optional.of(new Place(begin.row(), margin, false));
        }
    }

    private static boolean isInSight(Place place, double height) {
        return place.y() >= 0 && place.y() < height;
    }

    /** Where that is to be put among the new rows, once. */
    Optional<Place> take(List<Row> rows) {
        var place = kept.filter(it -> it.row() < rows.size());
        kept = Optional.empty();
        return place.map(it -> it.atSwitch() ? atSwitch(it, rows) : it);
    }

    private static Place atSwitch(Place place, List<Row> rows) {
        var message = rows.get(place.row()).message();
        int at = place.row();
        while (at < rows.size() - 1
                && !(rows.get(at) instanceof Row.Versions)
                && rows.get(at + 1).message().equals(message)) {
            at++;
        }
        return new Place(at, place.y(), true);
    }

    /** Whether what is too short for the window leaves a gap below it. */
    boolean holds() {
        return holds;
    }

    void release() {
        holds = false;
        kept = Optional.empty();
    }
}

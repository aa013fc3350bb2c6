package dev.paddock.ui.shell;

import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Toolkit;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The notices, one below the other: the worst first, and of those alike the newest. Many of them
 * scroll, so that they never take the window. While a person is at them none moves, and a new one
 * comes last; one that leaves by itself does so only after it was in sight. When the one with the
 * focus goes, the next row has it, but none of its buttons, so that no key meant for the one that
 * went presses them; after the last, what had it before.
 */
public final class NoticeList extends ScrollPane {
    private static final double MOST_HEIGHT = 208;

    private final Toolkit kit;
    private final VBox rows = new VBox();
    private Optional<Node> before = Optional.empty();

    /** Whether the first is to be in sight; until the pointer comes. */
    private boolean rewinding;

    public NoticeList(Toolkit kit) {
        this.kit = kit;
        getStyleClass().addAll("pane-scroll", "notice-list");
        rows.setAccessibleText(kit.words().of("notice.list"));
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(USE_PREF_SIZE);
        // The pane keeps its place when its content grows, as wrapped text does when laid out.
        rows.heightProperty().subscribe(_ -> requestLayout());
        vvalueProperty().subscribe(_ -> look());
        viewportBoundsProperty().subscribe(_ -> look());
        hoverProperty().subscribe((_, _) -> show());
        focusWithinProperty().subscribe((_, _) -> show());
        kit.notices().shown().addListener((ListChangeListener<Notice>) _ -> show());
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::remember);
        show();
    }

    /** As high as they are, up to the most; a scroll pane itself would take a fixed height. */
    @Override
    protected double computePrefHeight(double width) {
        return Math.min(MOST_HEIGHT, rows.prefHeight(width < 0 ? getWidth() : width));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        rewinding &= !attended();
        if (rewinding) {
            setVvalue(getVmin());
        }
        look();
    }

    /** Tells each whether it can be read. */
    private void look() {
        double height = getViewportBounds().getHeight();
        double hidden = Math.max(0, rows.getHeight() - height);
        double top = getVvalue() * hidden;
        for (var row : rows()) {
            var place = row.getBoundsInParent();
            double seen = Math.min(place.getMaxY(), top + height) - Math.max(place.getMinY(), top);
            row.inSight(seen > 0 && seen >= Math.min(place.getHeight(), height) - 1);
        }
    }

    private boolean attended() {
        return isHover() || isFocusWithin();
    }

    private void remember(@Nullable Node last, @Nullable Node now) {
        if (last != null && now != null && Focus.inside(this, now) && !Focus.inside(this, last)) {
            before = Optional.of(last);
        }
    }

    private void show() {
        var notices = ordered();
        int focused = focusedIndex();
        boolean more = notices.size() > rows().size();
        var next = notices.stream().map(this::row).toList();
        rows().stream().filter(row -> !next.contains(row)).forEach(NoticeRow::stop);
        place(next);
        if (more && !attended()) {
            rewinding = true;
            requestLayout();
        }
        if (focused >= 0 && focusedIndex() < 0) {
            if (next.isEmpty()) {
                before.ifPresent(Node::requestFocus);
            } else {
                next.get(Math.min(focused, next.size() - 1)).requestFocus();
            }
        }
    }

    private List<Notice> ordered() {
        var notices = new ArrayList<>(kit.notices().shown());
        if (attended()) {
            var places = rows().stream().map(row -> row.notice().topic()).toList();
            notices.sort(
                    Comparator.comparingInt(
                            notice -> {
                                int place = places.indexOf(notice.topic());
                                return place < 0 ? places.size() : place;
                            }));
            return notices;
        }
        Collections.reverse(notices);
        notices.sort(Comparator.comparingInt(NoticeList::rank));
        return notices;
    }

    private static int rank(Notice notice) {
        return switch (notice.severity()) {
            case BAD -> 0;
            case WARNING -> 1;
            case GOOD, NEUTRAL, BUSY -> 2;
        };
    }

    /** Leaves those alone that stay: a row taken out and put back would lose pointer and focus. */
    private void place(List<NoticeRow> next) {
        var children = rows.getChildren();
        children.retainAll(next);
        if (!next.stream().filter(children::contains).toList().equals(children)) {
            children.clear();
        }
        for (int i = 0; i < next.size(); i++) {
            if (i >= children.size() || children.get(i) != next.get(i)) {
                children.add(i, next.get(i));
            }
        }
    }

    private List<NoticeRow> rows() {
        return rows.getChildren().stream().map(NoticeRow.class::cast).toList();
    }

    private int focusedIndex() {
        var all = rows();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocusWithin()) {
                return i;
            }
        }
        return -1;
    }

    /** The row that shows it already, or a new one. */
    private NoticeRow row(Notice notice) {
        return rows().stream()
                .filter(row -> row.notice() == notice)
                .findFirst()
                .orElseGet(() -> create(notice));
    }

    private NoticeRow create(Notice notice) {
        var row = new NoticeRow(notice, kit.notices(), kit.words());
        row.boundsInParentProperty().subscribe(_ -> look());
        return row;
    }
}

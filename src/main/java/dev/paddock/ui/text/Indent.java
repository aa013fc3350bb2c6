package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a block stands: inside which lists and quotes, outermost first, and which list items it
 * opens.
 */
public record Indent(List<Level> levels, List<Placed> markers) {
    /** Deeper nesting is not drawn. */
    static final int DEEPEST = 12;

    public static final Indent NONE = new Indent(List.of(), List.of());

    public static final Indent OF_REASONING = NONE.inside(Level.REASONING);

    /** One step to the right. */
    public enum Level {
        LIST,
        QUOTE,
        /** What a model thought before it answered. */
        REASONING,
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        /** Whether a bar beside the text shows it. */
        public boolean isBar() {
            return this != LIST;
        }
    }

    /**
     * A marker in its place.
     *
     * @param level the number of the level beside whose text it stands, from 0
     */
    public record Placed(int level, Marker marker) {}

    public Indent {
        levels = List.copyOf(levels);
        markers = List.copyOf(markers);
    }

    /** That of the innermost item it opens. */
    public Optional<Marker> marker() {
        return markers.isEmpty() ? Optional.empty() : Optional.of(markers.getLast().marker());
    }

    public boolean isInList() {
        return levels.contains(Level.LIST);
    }

    public boolean isReasoning() {
        return !levels.isEmpty() && levels.getFirst() == Level.REASONING;
    }

    Indent inside(Level level) {
        if (levels.size() >= DEEPEST) {
            return this;
        }
        var deeper = new ArrayList<>(levels);
        deeper.add(level);
        return new Indent(deeper, markers);
    }

    /** Of items within items of one line each keeps its own. */
    Indent marked(Marker shown) {
        int level = levels.size() - 1;
        var all = new ArrayList<>(markers);
        all.removeIf(placed -> placed.level() == level);
        all.add(new Placed(level, shown));
        return new Indent(levels, all);
    }

    Indent unmarked() {
        return markers.isEmpty() ? this : new Indent(levels, List.of());
    }
}

package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a block stands: inside which lists and quotes, outermost first, and whether it opens a list
 * item.
 */
public record Indent(List<Level> levels, Optional<Marker> marker) {
    /** Deeper nesting is not drawn. */
    static final int DEEPEST = 12;

    public static final Indent NONE = new Indent(List.of(), Optional.empty());

    /** One step to the right. */
    public enum Level {
        LIST,
        QUOTE
    }

    public Indent {
        levels = List.copyOf(levels);
    }

    public boolean isInList() {
        return levels.contains(Level.LIST);
    }

    Indent inside(Level level) {
        if (levels.size() >= DEEPEST) {
            return this;
        }
        var deeper = new ArrayList<>(levels);
        deeper.add(level);
        return new Indent(deeper, marker);
    }

    Indent marked(Marker shown) {
        return new Indent(levels, Optional.of(shown));
    }

    Indent unmarked() {
        return marker.isEmpty() ? this : new Indent(levels, Optional.empty());
    }
}

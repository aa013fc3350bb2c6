package dev.paddock.ui.maths;

import java.util.List;
import java.util.Optional;

/**
 * A typeset formula. All lengths are in thousandths of the size of its letters; y grows downwards
 * from the baseline.
 *
 * @param ascent how far it reaches above the baseline
 * @param depth how far it reaches below it
 * @param tag what stands at the right edge of the text, such as a number
 */
public record Drawing(
        double width, double ascent, double depth, List<Mark> marks, Optional<Tag> tag) {
    public Drawing {
        marks = List.copyOf(marks);
    }

    /** The label of a formula. */
    public record Tag(double width, List<Mark> marks) {
        public Tag {
            marks = List.copyOf(marks);
        }
    }

    /** Something to draw; {@code color} is empty for that of the text. */
    public sealed interface Mark {
        Optional<String> color();
    }

    /**
     * Outlines that are filled.
     *
     * @param path as SVG has it
     * @param clip nothing outside of it is drawn
     */
    public record Filled(Optional<String> color, String path, Optional<Box> clip) implements Mark {}

    /**
     * Lines of some width.
     *
     * @param path as SVG has it
     */
    public record Stroked(Optional<String> color, String path, double width, boolean dashed)
            implements Mark {}

    /** A letter that the typeface of formulas lacks, in that of the text. */
    public record Letters(Optional<String> color, String text, double x, double y, double size)
            implements Mark {}

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {}

    /** About how many bytes it takes. */
    int weight() {
        return weight(marks) + tag.map(it -> weight(it.marks())).orElse(0);
    }

    private static int weight(List<Mark> marks) {
        return marks.stream()
                .mapToInt(
                        mark ->
                                switch (mark) {
                                    case Filled it -> 100 + it.path().length();
                                    case Stroked it -> 100 + it.path().length();
                                    case Letters it -> 100 + it.text().length();
                                })
                .sum();
    }
}

package dev.paddock.ui.text;

import dev.paddock.ui.text.Indent.Level;

import java.util.List;

/** One row's worth of Markdown. Containers are flattened into each block's {@link Indent}. */
public sealed interface Block {
    Indent indent();

    /** Which piece it is of what was too long for one row. */
    default Piece piece() {
        return Piece.WHOLE;
    }

    record Paragraph(Indent indent, List<Inline> text, Piece piece) implements Block {}

    /**
     * @param level 1 to 6
     */
    record Heading(Indent indent, int level, List<Inline> text) implements Block {}

    /**
     * @param language the first word after the fence, perhaps empty
     * @param line the number of its first line within the block, from 1
     * @param text with its line ends as they were written, but without the last
     */
    record Code(Indent indent, String language, int line, String text, Piece piece)
            implements Block {}

    /**
     * @param rows the header first where {@code piece} is the first; each as long as {@code
     *     columns}
     */
    record Table(Indent indent, List<Alignment> columns, List<List<Cell>> rows, Piece piece)
            implements Block {}

    record Rule(Indent indent) implements Block {}

    /**
     * The title of an admonition, whose text stands inside {@code kind}.
     *
     * @param title empty where it has none of its own
     * @param direction of its text
     */
    record Admonition(Indent indent, Level kind, List<Inline> title, Direction direction)
            implements Block {}

    /**
     * A line that folds whatever follows, up to its {@link DetailsEnd}.
     *
     * @param summary empty where it has none
     * @param open whether it is to be unfolded from the start
     */
    record Details(Indent indent, List<Inline> summary, boolean open) implements Block {}

    /** Shows nothing. */
    record DetailsEnd(Indent indent) implements Block {}

    /**
     * A picture that stands by itself.
     *
     * @param address as written: the data themselves or the place where they are
     */
    record Picture(Indent indent, String description, String address) implements Block {}

    /** One cell of a table. */
    record Cell(List<Inline> text) {
        static final Cell EMPTY = new Cell(List.of());
    }

    /** How a table's column stands. */
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }
}

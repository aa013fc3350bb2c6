package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;

/** How far a row stands below the one before it; the style sheet says how much that is. */
enum RowGap {
    /** It goes on with the same block. */
    NONE,
    /** They belong together: the items of a list, a heading and its text. */
    TIGHT,
    /** Two blocks of any kind. */
    BLOCK,
    /** Something new begins: a heading, a message. */
    SECTION;

    static RowGap between(Row before, Row row) {
        if (!before.message().equals(row.message())) {
            return SECTION;
        }
        return switch (row) {
            case Row.Question _, Row.Waiting _, Row.Editor _ -> NONE;
            case Row.Thoughts _, Row.Notice _ -> BLOCK;
            case Row.Footer _, Row.Versions _ -> TIGHT;
            case Row.Answer(_, Block block) ->
                    before instanceof Row.Answer(_, Block above)
                            ? between(above, block)
                            : block.indent().isReasoning() ? TIGHT : BLOCK;
        };
    }

    private static RowGap between(Block above, Block block) {
        if (RowText.continues(block)) {
            return NONE;
        }
        if (above.indent().isReasoning() != block.indent().isReasoning()) {
            return BLOCK;
        }
        if (above instanceof Block.Admonition || above instanceof Block.Details) {
            return TIGHT;
        }
        if (above instanceof Block.Heading) {
            return block instanceof Block.Heading ? BLOCK : TIGHT;
        }
        if (block instanceof Block.Heading) {
            return SECTION;
        }
        return isItem(above) && isItem(block) ? TIGHT : BLOCK;
    }

    private static boolean isItem(Block block) {
        return block instanceof Block.Paragraph it && it.indent().isInList();
    }

    /** How many lists and quotes, counted from outside, both rows stand in. */
    static int sharedLevels(Row before, Row row) {
        if (!(before instanceof Row.Answer(_, Block above))
                || !(row instanceof Row.Answer(_, Block block))
                || !before.message().equals(row.message())) {
            return 0;
        }
        var outer = above.indent().levels();
        var own = block.indent().levels();
        int shared = 0;
        while (shared < Math.min(outer.size(), own.size())
                && outer.get(shared) == own.get(shared)) {
            shared++;
        }
        return shared;
    }
}

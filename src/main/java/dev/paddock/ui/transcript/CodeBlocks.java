package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.Inline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What the rows of a block of code have in common. For the FX thread. */
final class CodeBlocks {
    private final List<Row> rows;
    private final CodeView view;
    private final CodeColors colors;
    private final List<CodeCell> cells = new ArrayList<>();
    private final SidewaysScrolls scrolls;

    /**
     * @param background finds what colours code has
     */
    CodeBlocks(List<Row> rows, CodeView view, Executor background) {
        this.rows = rows;
        scrolls = new SidewaysScrolls(rows);
        this.view = view;
        colors = new CodeColors(rows, background, () -> cells.forEach(CodeCell::showAgain));
        view.onChange(() -> cells.forEach(CodeCell::showAgain));
    }

    CodeView view() {
        return view;
    }

    void add(CodeCell cell) {
        cells.add(cell);
    }

    /** Where they, and tables, are scrolled to. */
    SidewaysScrolls scrolls() {
        return scrolls;
    }

    /** The text of {@code row} in its colours. */
    List<Inline> runs(int row, Block.Code code) {
        return colors.runs(first(row), row, code);
    }

    /** What is known of the language that the block of {@code row} is written in. */
    Optional<CodeLanguage> language(int row) {
        return colors.language(first(row));
    }

    private int first(int row) {
        int first = row;
        while (first > 0
                && rows.get(first) instanceof Row.Answer(_, Block.Code code)
                && !code.piece().first()) {
            first--;
        }
        return first;
    }
}

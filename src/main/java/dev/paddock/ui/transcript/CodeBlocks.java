package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.Inline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What the rows of a block of code have in common. For the FX thread. */
final class CodeBlocks {
    /** Of so many blocks the place to which they are scrolled is known. */
    private static final int KEPT = 500;

    private final List<Row> rows;
    private final CodeView view;
    private final CodeColors colors;
    private final List<CodeCell> cells = new ArrayList<>();
    private final Map<BlockId, SidewaysScroll> scrolls =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<BlockId, SidewaysScroll> eldest) {
                    return size() > KEPT;
                }
            };

    /** The {@code number}-th block of code in a message: the same while the message grows. */
    private record BlockId(MessageId message, int number) {}

    /**
     * @param background finds what colours code has
     */
    CodeBlocks(List<Row> rows, CodeView view, Executor background) {
        this.rows = rows;
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

    /** Of the block that {@code row} belongs to. */
    SidewaysScroll scroll(int row) {
        var message = rows.get(row).message();
        int number = 0;
        for (int i = row; i >= 0 && rows.get(i).message().equals(message); i--) {
            if (rows.get(i) instanceof Row.Answer(_, Block.Code code) && code.piece().first()) {
                number++;
            }
        }
        return scrolls.computeIfAbsent(new BlockId(message, number), _ -> new SidewaysScroll());
    }

    /** Lays the rows of a block out again. */
    void scrolled(SidewaysScroll scroll) {
        cells.forEach(cell -> cell.scrolled(scroll));
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

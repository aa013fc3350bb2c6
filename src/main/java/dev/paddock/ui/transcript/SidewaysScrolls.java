package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.text.Block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where the blocks of a transcript that are wider than it are scrolled to. For the FX thread. */
final class SidewaysScrolls {
    /** Of so many blocks the place to which they are scrolled is known. */
    private static final int KEPT = 500;

    private final List<Row> rows;
    private final List<Consumer<SidewaysScroll>> cells = new ArrayList<>();
    private final Map<BlockId, SidewaysScroll> scrolls =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<BlockId, SidewaysScroll> eldest) {
                    return size() > KEPT;
                }
            };

    /** The {@code number}-th such block in a message: the same while the message grows. */
    private record BlockId(MessageId message, int number) {}

    SidewaysScrolls(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * @param cell told when what it shows has moved or can be moved farther
     */
    void add(Consumer<SidewaysScroll> cell) {
        cells.add(cell);
    }

    /** Of the block that {@code row} belongs to. */
    SidewaysScroll of(int row) {
        var message = rows.get(row).message();
        int number = 0;
        for (int i = row; i >= 0 && rows.get(i).message().equals(message); i--) {
            if (isWide(rows.get(i))) {
                number++;
            }
        }
        return scrolls.computeIfAbsent(new BlockId(message, number), _ -> new SidewaysScroll());
    }

    private static boolean isWide(Row row) {
        return row instanceof Row.Answer(_, Block block)
                && (block instanceof Block.Code || block instanceof Block.Table)
                && block.piece().first();
    }

    /** Lays the rows of a block out again. */
    void scrolled(SidewaysScroll scroll) {
        cells.forEach(cell -> cell.accept(scroll));
    }
}

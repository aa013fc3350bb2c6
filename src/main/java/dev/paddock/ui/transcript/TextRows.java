package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.GrowingMarkdown;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Markdown;
import dev.paddock.ui.text.Unfinished;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one text of a message: all of its blocks but those that are folded away. Not safe for
 * several threads.
 */
final class TextRows {
    private final MessageId message;
    private final Indent outside;
    private final List<Row> all = new ArrayList<>();

    /** Where in {@link #all} the rows stand that are shown; empty where nothing can be folded. */
    private final List<Integer> shown = new ArrayList<>();

    /** Those of which a person has asked for the other state. */
    private final Set<Integer> turned = new HashSet<>();

    private Optional<GrowingMarkdown> growing = Optional.empty();
    private String text = "";
    private boolean folds;

    /**
     * @param outside in which all of it stands
     */
    TextRows(MessageId message, Indent outside) {
        this.message = message;
        this.outside = outside;
    }

    /** Rows that are shown: {@code kept} as before, and then {@code tail}. */
    record Change(int kept, List<Row> tail) {}

    /** There may be more of it. */
    Change grow(String now) {
        if (growing.isEmpty() || !now.startsWith(text)) {
            growing = Optional.of(new GrowingMarkdown(outside));
        }
        text = now;
        var change = growing.get().update(now);
        return replace(change.kept(), Unfinished.shown(change.tail()));
    }

    /** That is all of it. */
    Change finish(String whole) {
        var grown = growing.filter(_ -> whole.startsWith(text));
        growing = Optional.empty();
        text = whole;
        if (grown.isEmpty()) {
            return replace(0, Markdown.blocks(whole, outside));
        }
        var change = grown.get().finish(whole);
        return replace(change.kept(), change.tail());
    }

    /** Folds what begins in the {@code shownRow}-th row that is shown, or unfolds it. */
    Change turn(int shownRow) {
        if (folds) {
            int at = shown.get(shownRow);
            if (!turned.remove(at)) {
                turned.add(at);
            }
        }
        return new Change(0, rows());
    }

    List<Row> rows() {
        if (!folds) {
            return List.copyOf(all);
        }
        shown.clear();
        var rows = new ArrayList<Row>();
        // How many folds have begun; from which of them on all is folded away.
        int depth = 0;
        int folded = Integer.MAX_VALUE;
        for (int i = 0; i < all.size(); i++) {
            switch (block(i)) {
                case Block.Details details -> {
                    boolean open = details.open() != turned.contains(i);
                    if (folded > depth) {
                        shown.add(i);
                        rows.add(row(new Block.Details(details.indent(), details.summary(), open)));
                        folded = open ? folded : depth + 1;
                    }
                    depth++;
                }
                case Block.DetailsEnd _ -> {
                    depth = Math.max(0, depth - 1);
                    folded = depth < folded ? Integer.MAX_VALUE : folded;
                }
                case Block _ -> {
                    if (folded > depth) {
                        shown.add(i);
                        rows.add(all.get(i));
                    }
                }
            }
        }
        return rows;
    }

    private Change replace(int kept, List<Block> tail) {
        all.subList(kept, all.size()).clear();
        tail.forEach(block -> all.add(row(block)));
        folds = folds || tail.stream().anyMatch(TextRows::isOfFold);
        return folds ? new Change(0, rows()) : new Change(kept, all.subList(kept, all.size()));
    }

    private static boolean isOfFold(Block block) {
        return block instanceof Block.Details || block instanceof Block.DetailsEnd;
    }

    private Block block(int at) {
        return ((Row.Answer) all.get(at)).block();
    }

    private Row row(Block block) {
        return new Row.Answer(message, block);
    }
}

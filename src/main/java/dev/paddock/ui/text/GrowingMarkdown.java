package dev.paddock.ui.text;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

import java.util.List;

/**
 * Markdown that grows at its end. Each {@link #update} reads only what follows the last closed
 * top-level block; closed blocks never change until {@link #finish}, which sets right what a late
 * link reference definition means for text above it. Not safe for several threads.
 */
public final class GrowingMarkdown {
    private final Indent outside;
    private int closedBlocks;
    private int closedEnd;
    private boolean definitions;

    /**
     * What an update changed.
     *
     * @param kept so many blocks from the start are as they were
     * @param tail the blocks after them
     */
    public record Change(int kept, List<Block> tail) {
        public Change {
            tail = List.copyOf(tail);
        }
    }

    /**
     * @param outside in which all of it stands
     */
    public GrowingMarkdown(Indent outside) {
        this.outside = outside;
    }

    /** Reads {@code text}, which must begin with the text of the update before. */
    public Change update(String text) {
        String tail = text.substring(closedEnd);
        Node root = Markdown.parse(tail);
        Node open = firstOpen(root, tail);
        var reader = new BlockReader(tail, outside);
        int kept = closedBlocks;
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node == open) {
                closedBlocks += reader.blocks().size();
                closedEnd += lineStart(node, tail);
            }
            reader.read(node);
        }
        definitions |= reader.definitions();
        return new Change(kept, reader.blocks());
    }

    /** The last update: from here on the blocks are those of the whole {@code text}. */
    public Change finish(String text) {
        Change last = update(text);
        return definitions ? new Change(0, Markdown.blocks(text, outside)) : last;
    }

    /** The last top-level block whose beginning no further text can move. */
    private static Node firstOpen(Node root, String tail) {
        int complete = tail.lastIndexOf('\n') + 1;
        Node node = root.getLastChild();
        while (node != null && !startsForGood(node, tail, complete)) {
            node = node.getPrevious();
        }
        return node == null ? root.getFirstChild() : node;
    }

    private static boolean startsForGood(Node node, String tail, int complete) {
        if (node.getSourceSpans().isEmpty()) {
            return false;
        }
        int start = lineStart(node, tail);
        return start < complete && (!leansOnPrevious(node) || followsBlankLine(start, tail));
    }

    /** A table's first line was its paragraph's last; a definition's text may begin oddly. */
    private static boolean leansOnPrevious(Node node) {
        Node previous = node.getPrevious();
        return previous instanceof LinkReferenceDefinition
                || node instanceof TableBlock && previous instanceof Paragraph;
    }

    private static boolean followsBlankLine(int start, String tail) {
        int end = start - 1;
        int from = end <= 0 ? 0 : tail.lastIndexOf('\n', end - 1) + 1;
        return end > 0 && tail.substring(from, end).isBlank();
    }

    private static int lineStart(Node node, String tail) {
        int at = node.getSourceSpans().getFirst().getInputIndex();
        return 1 + Math.max(tail.lastIndexOf('\n', at - 1), tail.lastIndexOf('\r', at - 1));
    }
}

package dev.paddock.ui.text;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

import java.util.ArrayList;
import java.util.List;

/** A run of asterisks or underscores. */
final class EmphasisMark extends CustomNode {
    private static final int STRONG = 2;

    final char sign;
    final int length;
    final boolean canOpen;
    final boolean canClose;
    private int left;
    private final List<Node> ends = new ArrayList<>();
    private final List<Node> begins = new ArrayList<>();

    /**
     * @param length how many signs
     */
    EmphasisMark(char sign, int length, boolean canOpen, boolean canClose) {
        this.sign = sign;
        this.length = length;
        this.canOpen = canOpen;
        this.canClose = canClose;
        left = length;
    }

    /** How many of its signs belong to no pair so far. */
    int left() {
        return left;
    }

    /** Whether it may be paired with {@code closer}, as CommonMark has it for sums of three. */
    boolean pairsWith(EmphasisMark closer) {
        boolean both = canClose || closer.canOpen;
        boolean three = (length + closer.length) % 3 == 0;
        boolean each = length % 3 == 0 && closer.length % 3 == 0;
        return sign == closer.sign && (!both || !three || each);
    }

    /** Takes as many signs of both as make one pair. */
    void pairWith(EmphasisMark closer) {
        int count = left >= STRONG && closer.left >= STRONG ? STRONG : 1;
        left -= count;
        closer.left -= count;
        var look = count == STRONG ? Look.STRONG : Look.EMPHASIS;
        begins.add(new StyleChange(look, true));
        closer.ends.add(new StyleChange(look, false));
    }

    /** What stands for it once all pairs are found. */
    List<Node> spelled() {
        var nodes = new ArrayList<>(ends);
        if (left > 0) {
            nodes.add(new Text(String.valueOf(sign).repeat(left)));
        }
        nodes.addAll(begins);
        return nodes;
    }
}

package dev.paddock.ui.text;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the runs of asterisks and underscores within each block and each link. What belongs to no
 * pair becomes text again. Does not recurse, and looks at no run more often than CommonMark's own
 * algorithm.
 */
final class Emphasis implements PostProcessor {
    @Override
    public Node process(Node document) {
        Deque<Node> pending = new ArrayDeque<>(List.of(document));
        while (!pending.isEmpty()) {
            var marks = new ArrayList<EmphasisMark>();
            Node parent = pending.pop();
            for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
                if (at instanceof EmphasisMark mark) {
                    marks.add(mark);
                } else if (at.getFirstChild() != null) {
                    pending.push(at);
                }
            }
            if (!marks.isEmpty()) {
                pair(marks);
                spell(marks);
                join(parent);
            }
        }
        return document;
    }

    private static void pair(List<EmphasisMark> marks) {
        var openers = new ArrayList<EmphasisMark>();
        // Below these sizes of the stack no opener was found for such a closer before.
        Map<Integer, Integer> bottoms = new HashMap<>();
        for (var mark : marks) {
            if (mark.canClose) {
                close(mark, openers, bottoms);
            }
            if (mark.canOpen && mark.left() > 0) {
                openers.add(mark);
            }
        }
    }

    private static void close(
            EmphasisMark closer, List<EmphasisMark> openers, Map<Integer, Integer> bottoms) {
        int kind = 6 * closer.sign + closer.length % 3 + (closer.canOpen ? 3 : 0);
        while (closer.left() > 0) {
            int bottom = bottoms.getOrDefault(kind, 0);
            int at = openers.size() - 1;
            while (at >= bottom && !openers.get(at).pairsWith(closer)) {
                at--;
            }
            if (at < bottom) {
                bottoms.put(kind, openers.size());
                return;
            }
            var opener = openers.get(at);
            opener.pairWith(closer);
            int kept = opener.left() == 0 ? at : at + 1;
            openers.subList(kept, openers.size()).clear();
            bottoms.replaceAll((_, below) -> Math.min(below, kept));
        }
    }

    private static void spell(List<EmphasisMark> marks) {
        for (var mark : marks) {
            for (Node node : mark.spelled()) {
                mark.insertBefore(node);
            }
            mark.unlink();
        }
    }

    /** Text beside text is one text: addresses are found within one only. */
    private static void join(Node parent) {
        Node at = parent.getFirstChild();
        while (at != null) {
            Node next = at.getNext();
            if (at instanceof Text first && next instanceof Text) {
                var text = new StringBuilder(first.getLiteral());
                while (next instanceof Text more) {
                    text.append(more.getLiteral());
                    next = more.getNext();
                    more.unlink();
                }
                first.setLiteral(text.toString());
                first.setSourceSpans(List.of());
            }
            at = next;
        }
    }
}

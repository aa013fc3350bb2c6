package dev.paddock.ui.text;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts text at marks of Chinese, Japanese and Korean behind a bare address, which is otherwise
 * taken to reach to the next space. Links by themselves stay as they are.
 */
final class AddressEnds implements PostProcessor {
    @Override
    public Node process(Node document) {
        Deque<Node> pending = new ArrayDeque<>(List.of(document));
        while (!pending.isEmpty()) {
            Node at = pending.pop().getFirstChild();
            while (at != null) {
                Node next = at.getNext();
                if (at instanceof Text text) {
                    cut(text);
                } else if (at.getFirstChild() != null) {
                    pending.push(at);
                }
                at = next;
            }
        }
        return document;
    }

    private static void cut(Text text) {
        String all = text.getLiteral();
        int address = start(all, 0);
        if (address < 0) {
            return;
        }
        Text last = text;
        int from = 0;
        while (address >= 0) {
            int end = address;
            while (end < all.length() && !isEnd(all.codePointAt(end))) {
                end += Character.charCount(all.codePointAt(end));
            }
            if (end < all.length() && !Character.isWhitespace(all.charAt(end))) {
                last.setLiteral(all.substring(from, end));
                last.setSourceSpans(List.of());
                var rest = new Text(all.substring(end));
                last.insertAfter(rest);
                last = rest;
                from = end;
            }
            address = start(all, end);
        }
    }

    /** Where the next bare address begins, or -1. */
    private static int start(String text, int from) {
        int address = text.indexOf("://", from);
        int www = text.indexOf("www.", from);
        return address < 0 || www >= 0 && www < address ? www : address;
    }

    private static boolean isEnd(int codePoint) {
        return Character.isWhitespace(codePoint) || Cjk.isMark(codePoint);
    }
}

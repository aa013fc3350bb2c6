package dev.paddock.ui.text;

import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts text at marks of Chinese, Japanese and Korean behind a bare address, which is otherwise
 * taken to reach to the next space. Links by themselves stay as they are.
 */
final class AddressEnds implements PostProcessor {
    /** Where a bare address is recognised. */
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.");

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
        var address = ADDRESS.matcher(all);
        Text last = text;
        int from = 0;
        int end = 0;
        while (address.find(end)) {
            end = address.start();
            while (end < all.length() && !isEnd(all.codePointAt(end))) {
                end += Character.charCount(all.codePointAt(end));
            }
            if (end < all.length() && !Character.isWhitespace(all.charAt(end))) {
                last = put(all.substring(from, end), text, last, from);
                from = end;
            }
        }
        if (from > 0) {
            put(all.substring(from), text, last, from);
        }
    }

    /** The first piece takes the place of the text, each further one stands behind the last. */
    private static Text put(String piece, Text text, Text last, int from) {
        if (from == 0) {
            text.setLiteral(piece);
            text.setSourceSpans(List.of());
            return text;
        }
        var next = new Text(piece);
        last.insertAfter(next);
        return next;
    }

    private static boolean isEnd(int codePoint) {
        return Character.isWhitespace(codePoint) || Cjk.isMark(codePoint);
    }
}

package dev.paddock.ui.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Lines that nobody writes outside of code: to find out what their millions of brackets mean would
 * take minutes and the whole heap. Each is read as one long word, as which it stands where it
 * stood, and everything around it is read as ever.
 */
final class LongLines {
    private static final int LONGEST = 100_000;
    private static final String DATA = ";base64,";

    /** What a line begins with is read: the quotes and lists it stands in, and its level. */
    private static final Pattern CONTAINERS =
            Pattern.compile("(?:[ \\t]+|>|[-*+][ \\t]|\\d{1,9}[.)][ \\t]|#{1,6}[ \\t]){0,60}");

    /** Of the word that stands for a line: nothing has a meaning in it. For private use. */
    private static final char FILL = '\uF8FE';

    /** Its first character, plus its number. */
    private static final char FIRST = '\uE000';

    private final List<String> words = new ArrayList<>();
    private final StringBuilder masked;

    private LongLines(String text) {
        masked = new StringBuilder(text);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            mask(text, start, end);
            start = end + 1;
        }
        mask(text, start, text.length());
    }

    /** The document that {@code parser} makes of {@code text}. */
    static Node parse(String text, Function<String, Node> parser) {
        var lines = new LongLines(text);
        if (lines.words.isEmpty()) {
            return parser.apply(text);
        }
        var document = parser.apply(lines.masked.toString());
        document.accept(lines.new Restoring());
        return document;
    }

    private void mask(String text, int start, int end) {
        if (length(text, start, end) > LONGEST) {
            var containers = CONTAINERS.matcher(text).region(start, end);
            int from = containers.lookingAt() ? containers.end() : start;
            int to = end;
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
            if (to - from > LONGEST / 2) {
                for (int i = from + 1; i < to; i++) {
                    masked.setCharAt(i, FILL);
                }
                masked.setCharAt(from, (char) (FIRST + words.size()));
                words.add(text.substring(from, to));
            }
        }
    }

    /** Without the data of pictures, which mean nothing as Markdown. */
    private static int length(String text, int from, int to) {
        int length = to - from;
        int data = length <= LONGEST ? -1 : text.indexOf(DATA, from);
        while (data >= 0 && data < to) {
            int end = data + DATA.length();
            int begin = end;
            while (end < to && isBase64(text.charAt(end))) {
                end++;
            }
            length -= end - begin;
            data = text.indexOf(DATA, end);
        }
        return length;
    }

    private static boolean isBase64(char sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign) || "+/=".indexOf(sign) >= 0;
    }

    private String restored(String read) {
        var all = new StringBuilder();
        int done = 0;
        for (int fill = read.indexOf(FILL); fill > 0; fill = read.indexOf(FILL, fill + 1)) {
            int word = read.charAt(fill - 1) - FIRST;
            int end = fill - 1 + (word >= 0 && word < words.size() ? words.get(word).length() : 0);
            if (end > fill && end <= read.length()) {
                all.append(read, done, fill - 1).append(words.get(word));
                done = end;
                fill = end;
            }
        }
        return done == 0 ? read : all.append(read, done, read.length()).toString();
    }

    /** Puts the words back wherever they went. */
    private final class Restoring extends AbstractVisitor {
        @Override
        public void visit(Text text) {
            text.setLiteral(restored(text.getLiteral()));
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(restored(code.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(restored(html.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(restored(html.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            link.setDestination(restored(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(restored(image.getDestination()));
            visitChildren(image);
        }
    }
}

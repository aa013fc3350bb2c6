package dev.paddock.ui.text;

import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Flattens the inline nodes below a block into runs. Does not recurse, so depth costs no stack. */
final class InlineReader {
    private static final Pattern LINE_BREAK_TAG =
            Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

    private record Pending(Node node, Style style, Optional<String> link) {}

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Inline> runs = new ArrayList<>();

    private InlineReader() {}

    static List<Inline> read(Node block) {
        var reader = new InlineReader();
        reader.enter(block, Style.PLAIN, Optional.empty());
        while (!reader.pending.isEmpty()) {
            reader.read(reader.pending.pop());
        }
        return Inline.joined(reader.runs);
    }

    private void read(Pending next) {
        Style style = next.style();
        switch (next.node()) {
            case Text text -> add(text.getLiteral(), next);
            case Code code -> add(new Inline(code.getLiteral(), style.asCode(), next.link()));
            case SoftLineBreak _ -> add("\n", next);
            case HardLineBreak _ -> add("\n", next);
            case HtmlInline html -> add(lineBreakOrText(html.getLiteral()), next);
            case StrongEmphasis strong -> enter(strong, style.asStrong(), next.link());
            case Emphasis emphasis -> enter(emphasis, style.asEmphasis(), next.link());
            case Strikethrough strike -> enter(strike, style.asStrike(), next.link());
            case Link link -> enterLink(link, link.getDestination(), next);
            case Image image -> enterLink(image, image.getDestination(), next);
            case TaskListItemMarker _ -> {}
            case FormulaNode it ->
                    add(new Inline(it.source(), style, next.link(), Optional.of(it.formula())));
            default -> enter(next.node(), style, next.link());
        }
    }

    /** A picture is never fetched: its description and address stand for it. */
    private void enterLink(Node node, String destination, Pending from) {
        Optional<String> address = from.link().or(() -> Optional.of(destination));
        if (node.getFirstChild() == null) {
            add(new Inline(destination, from.style(), address));
        }
        enter(node, from.style(), address);
    }

    private void enter(Node parent, Style style, Optional<String> link) {
        for (Node child = parent.getLastChild(); child != null; child = child.getPrevious()) {
            pending.push(new Pending(child, style, link));
        }
    }

    private void add(String text, Pending looks) {
        add(new Inline(text, looks.style(), looks.link()));
    }

    private void add(Inline run) {
        runs.add(run);
    }

    /** Models write this tag for a new line inside tables; other tags are shown as they are. */
    private static String lineBreakOrText(String html) {
        return LINE_BREAK_TAG.matcher(html).matches() ? "\n" : html;
    }
}

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

/** Flattens the inline nodes below a block into runs. Does not recurse, so depth costs no stack. */
final class InlineReader {
    private record Pending(Node node, Style style, Optional<String> link) {}

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Inline> runs = new ArrayList<>();

    private InlineReader() {}

    static List<Inline> read(Node block) {
        return read(siblings(block.getFirstChild()));
    }

    /** Of some neighbours only. */
    static List<Inline> read(List<Node> siblings) {
        var reader = new InlineReader();
        reader.enter(siblings, Style.PLAIN, Optional.empty());
        while (!reader.pending.isEmpty()) {
            reader.read(reader.pending.pop());
        }
        return Inline.joined(reader.runs);
    }

    private void read(Pending next) {
        Style style = next.style();
        switch (next.node()) {
            case Text text -> add(text.getLiteral(), next);
            case Code code ->
                    add(new Inline(code.getLiteral(), style.with(Look.CODE), next.link()));
            case SoftLineBreak _ -> add("\n", next);
            case HardLineBreak _ -> add("\n", next);
            case HtmlInline html -> add(html.getLiteral(), next);
            case FootnoteReference it ->
                    add(
                            new Inline(
                                    Marker.Footnote.text(it.label),
                                    style.with(Look.SUPERSCRIPT),
                                    next.link()));
            case StrongEmphasis strong -> enter(strong, style.with(Look.STRONG), next.link());
            case Emphasis emphasis -> enter(emphasis, style.with(Look.EMPHASIS), next.link());
            case Strikethrough strike -> enter(strike, style.with(Look.STRIKE), next.link());
            case Link link -> enterLink(link, link.getDestination(), next);
            case Image image -> enterLink(image, image.getDestination(), next);
            case TaskListItemMarker _ -> {}
            case FormulaNode it ->
                    add(new Inline(it.source(), style, next.link(), Optional.of(it.formula())));
            default -> enter(next.node(), style, next.link());
        }
    }

    /** A picture within text is never fetched: its description and address stand for it. */
    private void enterLink(Node node, String destination, Pending from) {
        Optional<String> address = from.link().or(() -> Optional.of(destination));
        if (node.getFirstChild() == null) {
            add(new Inline(destination, from.style(), address));
        }
        enter(node, from.style(), address);
    }

    private void enter(Node parent, Style style, Optional<String> link) {
        enter(siblings(parent.getFirstChild()), style, link);
    }

    private void enter(List<Node> siblings, Style style, Optional<String> link) {
        var children = new ArrayList<Pending>();
        var begun = new OpenLooks(style);
        for (Node child : InlineHtml.read(siblings)) {
            if (child instanceof StyleChange change) {
                begun.change(change);
            } else {
                children.add(new Pending(child, begun.style(), link));
            }
        }
        children.reversed().forEach(pending::push);
    }

    private static List<Node> siblings(Node first) {
        var all = new ArrayList<Node>();
        for (Node at = first; at != null; at = at.getNext()) {
            all.add(at);
        }
        return all;
    }

    private void add(String text, Pending looks) {
        add(new Inline(text, looks.style(), looks.link()));
    }

    private void add(Inline run) {
        runs.add(run);
    }
}

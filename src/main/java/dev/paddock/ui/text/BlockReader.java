package dev.paddock.ui.text;

import dev.paddock.ui.text.HtmlBlocks.Part;
import dev.paddock.ui.text.Indent.Level;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Flattens one top-level node into blocks. */
final class BlockReader {
    /** Text within HTML within text: deeper it stays as it was written. */
    private static final int DEEPEST_HTML = 3;

    private static final String AS_TEXT = "x";

    private final String source;
    private final Indent outside;
    private final int htmlDepth;
    private final List<Block> blocks = new ArrayList<>();
    private boolean definitions;

    /**
     * @param source what was parsed
     * @param outside in which all of it stands
     */
    BlockReader(String source, Indent outside) {
        this(source, outside, 0);
    }

    private BlockReader(String source, Indent outside, int htmlDepth) {
        this.source = source;
        this.outside = outside;
        this.htmlDepth = htmlDepth;
    }

    /** Whether a link reference definition was among what was read. */
    boolean definitions() {
        return definitions;
    }

    List<Block> blocks() {
        return blocks;
    }

    void read(Node node) {
        read(node, outside);
    }

    private void read(Node node, Indent indent) {
        switch (node) {
            case Paragraph paragraph -> paragraph(indent, paragraph.getFirstChild());
            case FormulaBlock it -> paragraph(indent, it.getFirstChild());
            case HtmlBlock html -> html(indent, html.getLiteral());
            case Heading heading ->
                    blocks.add(
                            new Block.Heading(
                                    indent, heading.getLevel(), InlineReader.read(heading)));
            case FencedCodeBlock code ->
                    code(
                            indent,
                            language(code),
                            LineEnds.asWritten(code.getLiteral(), code, 1, source));
            case IndentedCodeBlock code ->
                    code(indent, "", LineEnds.asWritten(code.getLiteral(), code, 0, source));
            case ThematicBreak _ -> blocks.add(new Block.Rule(indent));
            case BlockQuote quote -> quote(indent, quote);
            case BulletList list -> items(list, indent.inside(Level.LIST));
            case OrderedList list -> items(list, indent.inside(Level.LIST));
            case FootnoteBlock note ->
                    item(note, indent.inside(Level.LIST), new Marker.Footnote(note.label));
            case TableBlock table -> blocks.addAll(TableReader.read(indent, table));
            case LinkReferenceDefinition definition -> definition(indent, definition);
            default -> container(node, indent);
        }
    }

    private void container(Node parent, Indent indent) {
        readAll(parent.getFirstChild(), indent);
    }

    private void readAll(@Nullable Node first, Indent indent) {
        Indent here = indent;
        for (Node node = first; node != null; node = node.getNext()) {
            int before = blocks.size();
            read(node, here);
            if (blocks.size() > before) {
                here = here.unmarked();
            }
        }
    }

    private void items(Node list, Indent inside) {
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        Indent before = inside;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Marker marker =
                    switch (list) {
                        case OrderedList ordered ->
                                new Marker.Number(number++, ordered.getMarkerDelimiter());
                        default -> new Marker.Bullet();
                    };
            item(item, before, taskOr(marker, item));
            before = before.unmarked();
        }
    }

    private void item(Node item, Indent inside, Marker marker) {
        Indent here = inside.marked(marker);
        int size = blocks.size();
        container(item, here);
        if (blocks.size() == size) {
            blocks.add(new Block.Paragraph(here, List.of(), Piece.WHOLE));
        }
    }

    private static Marker taskOr(Marker marker, Node item) {
        Node first = item.getFirstChild();
        if (first instanceof TaskListItemMarker task) {
            return new Marker.Task(task.isChecked());
        }
        return marker;
    }

    private void quote(Indent indent, BlockQuote quote) {
        var kind = Admonitions.kind(quote, source);
        if (kind.isEmpty()) {
            container(quote, indent.inside(Level.QUOTE));
            return;
        }
        Indent inside = indent.inside(kind.get());
        var first = InlineReader.read(quote.getFirstChild());
        int end = (Inline.text(first) + "\n").indexOf('\n');
        int title = Inline.text(first).indexOf(']') + 1;
        var name = Inline.trimmed(Inline.slice(first, title, end));
        int at = blocks.size();
        var rest = Inline.trimmed(Inline.slice(first, end, Integer.MAX_VALUE));
        if (!rest.isEmpty()) {
            prose(inside.unmarked(), rest);
        }
        readAll(quote.getFirstChild().getNext(), inside.unmarked());
        var direction = name.isEmpty() ? direction(blocks.subList(at, blocks.size())) : name;
        blocks.add(at, new Block.Admonition(inside, kind.get(), name, Direction.of(direction)));
    }

    /** The first text that says in which direction some blocks are read. */
    private static List<Inline> direction(List<Block> some) {
        return some.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .findFirst()
                .orElse(List.of());
    }

    /** Text nobody sees would be lost: only what a link uses is a definition. */
    private void definition(Indent indent, Node definition) {
        definitions = true;
        if (Definitions.isUnused(definition) && !Definitions.continues(definition, source)) {
            markdown(indent, Definitions.text(definition, source));
        }
    }

    private void html(Indent indent, String html) {
        if (htmlDepth < DEEPEST_HTML && HtmlBlocks.hasFolds(html)) {
            Indent here = indent;
            for (var part : HtmlBlocks.parts(html)) {
                fold(here, part);
                here = here.unmarked();
            }
        } else if (htmlDepth < DEEPEST_HTML && HtmlBlocks.isText(html)) {
            blocks.addAll(asText(html, indent, htmlDepth + 1));
        } else {
            prose(indent, List.of(Inline.plain(html)));
        }
    }

    /** Markdown that begins with a tag, and would be taken for HTML again without a letter. */
    private static List<Block> asText(String html, Indent indent, int depth) {
        String text = AS_TEXT + html.strip();
        var reader = new BlockReader(text, indent, depth);
        reader.readAll(Markdown.parse(text).getFirstChild(), indent);
        if (reader.blocks.getFirst() instanceof Block.Paragraph(_, var runs, Piece piece)) {
            var rest = Inline.slice(runs, AS_TEXT.length(), Integer.MAX_VALUE);
            reader.blocks.set(0, new Block.Paragraph(indent, Inline.trimmed(rest), piece));
            return reader.blocks;
        }
        return List.of(new Block.Paragraph(indent, List.of(Inline.plain(html)), Piece.WHOLE));
    }

    private void fold(Indent indent, Part part) {
        switch (part) {
            case Part.Text(String markdown) -> markdown(indent, markdown);
            case Part.Fold(String summary, boolean open) ->
                    blocks.add(new Block.Details(indent, summary(summary), open));
            case Part.FoldEnd _ -> blocks.add(new Block.DetailsEnd(indent));
        }
    }

    private static List<Inline> summary(String markdown) {
        return asText(markdown, Indent.NONE, DEEPEST_HTML).getFirst() instanceof Block.Paragraph it
                ? it.text()
                : List.of(Inline.plain(markdown));
    }

    private void markdown(Indent indent, String text) {
        var inner = new BlockReader(text, indent, htmlDepth + 1);
        inner.readAll(Markdown.parse(text).getFirstChild(), indent);
        blocks.addAll(inner.blocks);
    }

    /** Pictures stand by themselves. */
    private void paragraph(Indent indent, @Nullable Node first) {
        Indent here = indent;
        var text = new ArrayList<Node>();
        int size = blocks.size();
        for (Node node = first; node != null; node = node.getNext()) {
            if (node instanceof Image image) {
                here = textOf(text, here);
                blocks.add(
                        new Block.Picture(
                                here,
                                Inline.text(InlineReader.read(image)),
                                image.getDestination()));
                here = here.unmarked();
            } else {
                text.add(node);
            }
        }
        textOf(text, here);
        if (blocks.size() == size) {
            prose(here, List.of());
        }
    }

    private Indent textOf(List<Node> nodes, Indent indent) {
        var runs = Inline.trimmed(InlineReader.read(nodes));
        nodes.clear();
        if (runs.isEmpty()) {
            return indent;
        }
        prose(indent, runs);
        return indent.unmarked();
    }

    private void prose(Indent indent, List<Inline> runs) {
        var parts = Split.around(runs);
        var pieces = Split.runs(runs, parts);
        for (int i = 0; i < pieces.size(); i++) {
            blocks.add(
                    new Block.Paragraph(
                            i == 0 ? indent : indent.unmarked(),
                            pieces.get(i),
                            Piece.of(i, pieces.size(), parts.get(i).before())));
        }
    }

    private void code(Indent indent, String language, String text) {
        var parts = Split.code(text);
        int line = 1;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            line += LineEnds.count(part.before());
            blocks.add(
                    new Block.Code(
                            i == 0 ? indent : indent.unmarked(),
                            language,
                            line,
                            part.text(),
                            Piece.of(i, parts.size(), part.before())));
            line += LineEnds.count(part.text());
        }
    }

    private static String language(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        int end = info.indexOf(' ');
        return end < 0 ? info : info.substring(0, end);
    }
}

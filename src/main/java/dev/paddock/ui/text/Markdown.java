package dev.paddock.ui.text;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.List;

/**
 * CommonMark with tables, strikethrough, task lists, footnotes, admonitions, bare links and
 * mathematics. Of raw HTML a few elements are drawn, all else stays text; a single line end is a
 * line break, as people expect in a chat. Safe from any thread.
 */
public final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create());

    /** Nested deeper than anyone writes; what is deeper is read as text. */
    private static final int DEEPEST = 60;

    private static final Parser PARSER =
            Parser.builder()
                    .customBlockParserFactory(new FootnoteBlock.Factory())
                    .customInlineContentParserFactory(new EmphasisParser.Factory())
                    .linkProcessor(new ReferenceLinks())
                    .postProcessor(new Emphasis())
                    .postProcessor(new AddressEnds())
                    .extensions(EXTENSIONS)
                    .customBlockParserFactory(new FormulaBlockParser.Factory())
                    .customInlineContentParserFactory(new FormulaParser.Factory())
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .build();

    private Markdown() {}

    /** The blocks of a whole document. */
    public static List<Block> blocks(String document) {
        return blocks(document, Indent.NONE);
    }

    /**
     * The blocks of a whole document.
     *
     * @param outside in which all of them stand
     */
    public static List<Block> blocks(String document, Indent outside) {
        var reader = new BlockReader(document, outside);
        Node root = parse(document);
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            reader.read(node);
        }
        return List.copyOf(reader.blocks());
    }

    static Node parse(String text) {
        return LongLines.parse(text, PARSER::parse);
    }
}

package dev.paddock.ui.text;

import dev.paddock.ui.text.FormulaScanner.Found;

import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Keeps the lines of a displayed formula together: one that begins with a minus would be a list,
 * one of equals signs a heading. It ends where the formula closes, or at an empty line.
 */
final class FormulaBlockParser extends AbstractBlockParser {
    /** An indented line is code from here on. */
    private static final int CODE = 4;

    private final FormulaBlock block = new FormulaBlock();
    private final SourceLines lines = new SourceLines();
    private final StringBuilder text = new StringBuilder();
    private final String closer;
    private boolean closed;

    /** Sees whether a formula begins a line and has it for itself. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int from = state.getNextNonSpaceIndex();
            var content = state.getLine().getContent();
            String line = content.subSequence(from, content.length()).toString();
            boolean may = line.startsWith("$$") || line.startsWith("\\");
            if (state.getIndent() >= CODE || !may) {
                return BlockStart.none();
            }
            return switch (FormulaScanner.of(line, 0).find()) {
                case Found.Closed(Formula formula, String source) ->
                        formula.isDisplay() && line.substring(source.length()).isBlank()
                                ? start("", from)
                                : BlockStart.none();
                case Found.Open(String opener, _) ->
                        switch (opener) {
                            case "$$" -> start("$$", from);
                            case "\\[" -> start("\\]", from);
                            case "\\(", "$" -> BlockStart.none();
                            default -> start("\\end", from);
                        };
                case Found.None _ -> BlockStart.none();
            };
        }

        private static BlockStart start(String closer, int from) {
            return BlockStart.of(new FormulaBlockParser(closer)).atIndex(from);
        }
    }

    /**
     * @param closer stands in the line that closes it; empty where that is the first
     */
    private FormulaBlockParser(String closer) {
        this.closer = closer;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return closed || state.isBlank()
                ? BlockContinue.none()
                : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        lines.addLine(line);
        text.append(text.isEmpty() ? "" : "\n").append(line.getContent());
        closed =
                closer.isEmpty()
                        || line.getContent().toString().contains(closer)
                                && FormulaScanner.of(text.toString(), 0).find()
                                        instanceof Found.Closed;
    }

    @Override
    public void parseInlines(InlineParser parser) {
        parser.parse(lines, block);
    }
}

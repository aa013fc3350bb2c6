package dev.paddock.ui.text;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

import java.util.regex.Pattern;

/** What a footnote says; whatever is indented by four columns below belongs to it. */
final class FootnoteBlock extends CustomBlock {
    private static final int INDENT = 4;
    private static final Pattern START = Pattern.compile("\\[\\^([^\\[\\]\\s]{1,99})]:\\s?");

    final String label;

    private FootnoteBlock(String label) {
        this.label = label;
    }

    /** Finds where one begins. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            var start = START.matcher(line).region(at, line.length());
            if (state.getIndent() >= INDENT || !start.lookingAt()) {
                return BlockStart.none();
            }
            return BlockStart.of(new Parser(new FootnoteBlock(start.group(1))))
                    .atIndex(start.end());
        }
    }

    private static final class Parser extends AbstractBlockParser {
        private final FootnoteBlock block;

        Parser(FootnoteBlock block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block childBlock) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= INDENT
                    ? BlockContinue.atColumn(state.getColumn() + INDENT)
                    : BlockContinue.none();
        }
    }
}

package dev.paddock.ui.text;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.Characters;

import java.util.Set;

/**
 * Finds runs of asterisks and underscores, and whether they can begin and end emphasis. The rules
 * are CommonMark's, but that Chinese, Japanese and Korean text needs no spaces around: there a mark
 * beside a run is like a letter, and a letter before or behind it like a space.
 */
final class EmphasisParser implements InlineContentParser {
    private static final char UNDERSCORE = '_';

    /** Makes one for each text. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('*', UNDERSCORE);
        }

        @Override
        public InlineContentParser create() {
            return new EmphasisParser();
        }
    }

    /** What stands on one side of a run. */
    private record Side(boolean space, boolean mark, boolean cjk) {
        static Side of(int codePoint) {
            boolean end = codePoint == Scanner.END;
            boolean cjk = !end && Cjk.is(codePoint);
            return new Side(
                    end || Characters.isWhitespaceCodePoint(codePoint),
                    !end && !cjk && Characters.isPunctuationCodePoint(codePoint),
                    cjk);
        }

        /** Whether a run between it and {@code other} leans on it. */
        boolean isLeantOn(Side other) {
            return !space && (!mark || other.space || other.mark || other.cjk);
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var before = Side.of(scanner.peekPreviousCodePoint());
        char sign = scanner.peek();
        int length = scanner.matchMultiple(sign);
        var after = Side.of(scanner.peekCodePoint());
        boolean left = after.isLeantOn(before);
        boolean right = before.isLeantOn(after);
        boolean word = sign == UNDERSCORE && left && right;
        return ParsedInline.of(
                new EmphasisMark(
                        sign, length, word ? before.mark : left, word ? after.mark : right),
                scanner.position());
    }
}

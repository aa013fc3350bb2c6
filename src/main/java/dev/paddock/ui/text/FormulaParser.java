package dev.paddock.ui.text;

import dev.paddock.ui.text.FormulaScanner.Found;

import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

import java.util.Set;

/** Mathematics within a line, before Markdown takes its backslashes and stars. */
final class FormulaParser implements InlineContentParser {
    /** Makes one for each text. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var start = scanner.position();
        var found = new FormulaScanner(scanner.peekPreviousCodePoint(), () -> next(scanner)).find();
        scanner.setPosition(start);
        return switch (found) {
            case Found.Closed(Formula formula, String source) ->
                    parsed(scanner, new FormulaNode(formula, source));
            case Found.Open(String opener, String rest) ->
                    parsed(
                            scanner,
                            new FormulaNode(new Formula(rest, Formula.Kind.UNCLOSED), opener));
            case Found.None _ -> ParsedInline.none();
        };
    }

    private static ParsedInline parsed(Scanner scanner, FormulaNode node) {
        for (int i = 0; i < node.source().length(); i++) {
            scanner.next();
        }
        return ParsedInline.of(node, scanner.position());
    }

    private static int next(Scanner scanner) {
        if (!scanner.hasNext()) {
            return -1;
        }
        char character = scanner.peek();
        scanner.next();
        return character;
    }
}

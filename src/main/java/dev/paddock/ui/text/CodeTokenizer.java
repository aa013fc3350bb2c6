package dev.paddock.ui.text;

/**
 * Code of any language that has words, literals and comments. The state names the literal or the
 * comment that is open and how deep it is nested, or the name at which a here-document ends.
 */
final class CodeTokenizer implements Tokenizer {
    private static final int HEREDOC = 1 << 30;

    private final Grammar grammar;

    CodeTokenizer(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public int line(String text, int from, int to, int state, byte[] kinds) {
        var scanner = new LineScanner(grammar, text, from, to, kinds);
        if ((state & HEREDOC) != 0) {
            scanner.fill(to, TokenKind.STRING);
            return state(text.substring(from, to).strip()) == state ? START : state;
        }
        if (state == START) {
            for (var rule : grammar.lines) {
                if (text.startsWith(rule.prefix(), from) && from + rule.prefix().length() <= to) {
                    scanner.fill(to, rule.kind());
                    return START;
                }
            }
            scanner.first();
        }
        int open = scanner.rest(state);
        return open == START && !scanner.heredoc().isEmpty() ? state(scanner.heredoc()) : open;
    }

    /** Of the name alone, as far as a number can tell names apart. */
    private static int state(String name) {
        return HEREDOC | name.hashCode() & HEREDOC - 1;
    }
}

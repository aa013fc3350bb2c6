package dev.paddock.ui.text;

import dev.paddock.ui.text.Delimiter.Trait;

import java.util.Arrays;
import java.util.Locale;

/** Goes through one line of code. */
final class LineScanner {
    private static final int DEPTH = 8;
    private static final int INDEX = (1 << DEPTH) - 1;
    private static final int DEEPEST = 1 << 16;
    private static final String BEFORE_PATTERN = "(,=:[!&|?{};+-*%<>~^";

    private final Grammar grammar;
    private final String text;
    private final int to;
    private final byte[] kinds;
    private final int first;
    private final TokenEnds ends;
    private int at;
    private char last = '(';
    private String heredoc = "";

    LineScanner(Grammar grammar, String text, int from, int to, byte[] kinds) {
        this.grammar = grammar;
        this.text = text;
        this.to = to;
        this.kinds = kinds;
        ends = new TokenEnds(grammar, text, to);
        at = from;
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        first = start;
    }

    /** The name at which a here-document ends that begins with the next line, or nothing. */
    String heredoc() {
        return heredoc;
    }

    /** All up to {@code end} is of one kind. */
    void fill(int end, TokenKind kind) {
        if (kind != TokenKind.PLAIN) {
            Arrays.fill(kinds, at, end, kind.code());
        }
        at = end;
    }

    /** What only the beginning of a line can be. */
    void first() {
        if (first == to) {
            return;
        }
        at = first;
        if (grammar.section && text.charAt(at) == '[') {
            int end = text.indexOf(']', at);
            fill(end < 0 || end >= to ? to : end + 1, TokenKind.META);
        } else if (!grammar.keys.isEmpty()) {
            key(grammar.keys.charAt(0));
        } else if (grammar.directives.indexOf(text.charAt(at)) >= 0) {
            int end = at + 1;
            while (end < to && (Character.isLetter(text.charAt(end)) || end == at + 1)) {
                end++;
            }
            fill(end, TokenKind.META);
        }
    }

    /** A name and then {@code sign}, which is followed by a blank where it is a colon. */
    private void key(char sign) {
        int start = at;
        while (text.startsWith("- ", start) && start + 2 < to) {
            start += 2;
        }
        for (int i = start; i < to; i++) {
            char c = text.charAt(i);
            boolean stops =
                    sign != ':' || i + 1 == to || Character.isWhitespace(text.charAt(i + 1));
            if (c == sign && stops) {
                at = start;
                fill(i, TokenKind.NAME);
                return;
            }
            if (!Character.isLetterOrDigit(c) && "_.-/ \"'$@*+()".indexOf(c) < 0) {
                return;
            }
        }
    }

    /** The rest of the line; returns the state at its end. */
    int rest(int state) {
        if (state != Tokenizer.START) {
            int left = inside((state & INDEX) - 1, state >> DEPTH, at);
            if (left != Tokenizer.START) {
                return left;
            }
        }
        while (at < to) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            if (comment()) {
                return Tokenizer.START;
            }
            int delimiter = delimiterAt(at);
            int left =
                    delimiter >= 0 ? inside(delimiter, 1, at + open(delimiter).length()) : other(c);
            if (left != Tokenizer.START) {
                return left;
            }
        }
        return Tokenizer.START;
    }

    private boolean comment() {
        for (String sign : grammar.comments) {
            boolean word = Character.isLetter(sign.charAt(0));
            int end = at + sign.length();
            boolean here =
                    text.regionMatches(grammar.caseless, at, sign, 0, sign.length()) && end <= to;
            boolean parted = at == first || Character.isWhitespace(text.charAt(at - 1));
            boolean whole = !word || end >= to || Character.isWhitespace(text.charAt(end));
            if (here && whole && (parted || !grammar.apart && !word)) {
                fill(to, TokenKind.COMMENT);
                return true;
            }
        }
        return false;
    }

    private int delimiterAt(int place) {
        for (int i = 0; i < grammar.delimiters.size(); i++) {
            if (text.startsWith(open(i), place) && place + open(i).length() <= to) {
                return i;
            }
        }
        return -1;
    }

    private String open(int delimiter) {
        return grammar.delimiters.get(delimiter).open();
    }

    /** A literal or a comment from {@code place} on; all from where the scanner stands is it. */
    private int inside(int index, int openBefore, int place) {
        var it = grammar.delimiters.get(index);
        int depth = openBefore;
        int i = place;
        while (i < to && depth > 0) {
            if (it.has(Trait.ESCAPES) && text.charAt(i) == '\\') {
                i += 2;
            } else if (text.startsWith(it.close(), i) && i + it.close().length() <= to) {
                i += it.close().length();
                depth--;
            } else if (it.has(Trait.NESTS) && text.startsWith(it.open(), i)) {
                i += it.open().length();
                depth = Math.min(DEEPEST, depth + 1);
            } else {
                i++;
            }
        }
        int end = Math.min(i, to);
        boolean named = grammar.property && it.kind() == TokenKind.STRING && colonAt(end);
        fill(end, named ? TokenKind.NAME : it.kind());
        last = ')';
        return depth == 0 || !it.has(Trait.LINES) ? Tokenizer.START : index + 1 | depth << DEPTH;
    }

    private int other(char c) {
        int end = -1;
        TokenKind kind = TokenKind.STRING;
        if (grammar.chars.indexOf(c) >= 0) {
            end = ends.character(at);
        } else if (c == '/' && grammar.regex && BEFORE_PATTERN.indexOf(last) >= 0) {
            end = ends.pattern(at);
        } else if (c == '<' && !grammar.heredoc.isEmpty()) {
            end = heredocEnd();
        } else if (TokenEnds.isDigit(c)
                || c == '.' && at + 1 < to && TokenEnds.isDigit(text.charAt(at + 1))) {
            end = ends.number(at);
            kind = TokenKind.NUMBER;
        } else if (grammar.metas.indexOf(c) >= 0 || grammar.variables.indexOf(c) >= 0) {
            end = ends.signed(at);
            kind = TokenKind.META;
        }
        if (end > at) {
            fill(end, kind);
            last = ')';
            return Tokenizer.START;
        }
        if (ends.isStart(c)) {
            return word();
        }
        at++;
        last = c;
        return Tokenizer.START;
    }

    private int word() {
        int end = ends.word(at + 1);
        int length = end - at;
        if (length <= 3
                && grammar.prefixes.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
            int delimiter = delimiterAt(end);
            if (delimiter >= 0 && grammar.delimiters.get(delimiter).kind() == TokenKind.STRING) {
                return inside(delimiter, 1, end + open(delimiter).length());
            }
        }
        var kind = grammar.kind(text.substring(at, end));
        fill(end, grammar.property && colonAt(end) ? TokenKind.NAME : kind);
        last = kind == TokenKind.KEYWORD ? '(' : ')';
        return Tokenizer.START;
    }

    private boolean colonAt(int place) {
        int i = place;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i < to && text.charAt(i) == ':';
    }

    /** Behind the name of a here-document, which is quoted or in capitals. */
    private int heredocEnd() {
        if (!text.startsWith(grammar.heredoc, at)) {
            return -1;
        }
        int start = at + grammar.heredoc.length();
        while (start < to && "<-~ ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        boolean quoted = start < to && "'\"".indexOf(text.charAt(start)) >= 0;
        int name = quoted ? start + 1 : start;
        int end = ends.word(name);
        if (end - name < 2 || !quoted && !Character.isUpperCase(text.charAt(name))) {
            return -1;
        }
        heredoc = text.substring(name, end);
        return Math.min(to, quoted ? end + 1 : end);
    }
}

package dev.paddock.ui.text;

import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Reads on from the delimiter of a formula to where it closes. A delimiter that is met again before
 * it closes ends the search, so that a text of delimiters alone is read in linear time.
 */
final class FormulaScanner {
    /** A longer formula is none. */
    static final int LONGEST = 20_000;

    /** A longer one within a line is none. */
    private static final int LONGEST_INLINE = 2_000;

    /** Environments of the same name within one another. */
    private static final int DEEPEST = 10;

    /** Braces within one another. */
    private static final int BRACES = 30;

    private static final int END = Lookahead.END;
    private static final String BEGIN = "\\begin{";

    private static final Set<String> ENVIRONMENTS =
            Set.of(
                    "equation",
                    "align",
                    "alignat",
                    "aligned",
                    "alignedat",
                    "gather",
                    "gathered",
                    "multline",
                    "multlined",
                    "eqnarray",
                    "flalign",
                    "split",
                    "cases",
                    "dcases",
                    "rcases",
                    "array",
                    "matrix",
                    "pmatrix",
                    "bmatrix",
                    "Bmatrix",
                    "vmatrix",
                    "Vmatrix",
                    "smallmatrix",
                    "subequations",
                    "math",
                    "displaymath",
                    "CD");

    private final int before;
    private final Lookahead text;

    /** What begins at the delimiter. */
    sealed interface Found {
        /**
         * @param source as written, with the delimiters
         */
        record Closed(Formula formula, String source) implements Found {}

        /**
         * The text ends before it closes.
         *
         * @param opener its delimiter
         * @param rest all that follows, with the delimiter
         */
        record Open(String opener, String rest) implements Found {}

        /** Plain text. */
        record None() implements Found {}
    }

    private static final Found NONE = new Found.None();

    /**
     * @param before the character before the delimiter, 0 or less where there is none
     * @param next the characters from the delimiter on, one after the other, then -1
     */
    FormulaScanner(int before, IntSupplier next) {
        this.before = before;
        text = new Lookahead(next);
    }

    static FormulaScanner of(String text, int from) {
        int[] at = {from};
        int before = from == 0 ? END : text.codePointBefore(from);
        return new FormulaScanner(before, () -> at[0] < text.length() ? text.charAt(at[0]++) : END);
    }

    Found find() {
        return switch (text.at(0)) {
            case '$' -> text.at(1) == '$' ? dollars() : dollar();
            case '\\' ->
                    switch (text.at(1)) {
                        case '(' -> brackets(')', Formula.Kind.INLINE);
                        case '[' -> brackets(']', Formula.Kind.DISPLAY);
                        case 'b' -> environment();
                        default -> NONE;
                    };
            default -> NONE;
        };
    }

    private Found dollar() {
        if (!FormulaText.mayPrecedeDollar(before)
                || text.at(1) == END
                || Character.isWhitespace(text.at(1))) {
            return NONE;
        }
        int lines = 0;
        int depth = 0;
        Found unbalanced = NONE;
        for (int i = 1; i < LONGEST_INLINE && depth < BRACES; i += text.at(i) == '\\' ? 2 : 1) {
            switch (text.at(i)) {
                case END -> {
                    boolean open =
                            unbalanced == NONE && FormulaText.isSurelyMaths(text.content(1, i));
                    return open ? open(1) : unbalanced;
                }
                case '{' -> depth++;
                case '}' -> depth--;
                case '\n' -> lines++;
                case '`' -> lines = Integer.MAX_VALUE;
                case '$' -> {
                    var found = dollarAt(i);
                    if (depth <= 0) {
                        return found;
                    }
                    unbalanced = unbalanced == NONE ? found : unbalanced;
                }
                default -> {}
            }
            if (lines > 1) {
                return unbalanced;
            }
        }
        return unbalanced;
    }

    private Found dollarAt(int end) {
        boolean closes = !Character.isWhitespace(text.at(end - 1)) && mayFollow(end + 1);
        boolean maths = FormulaText.isMaths(text.content(1, end));
        return closes && maths ? closed(1, end, 1, Formula.Kind.INLINE) : NONE;
    }

    /** A sum, a variable of a shell or a word goes on at once; the n-th of something may. */
    private boolean mayFollow(int index) {
        var after = new StringBuilder();
        for (int i = index; i < index + 3 && text.at(i) != END; i++) {
            after.append((char) text.at(i));
        }
        return FormulaText.mayFollowDollar(after.toString());
    }

    private Found dollars() {
        int depth = 0;
        for (int i = 2; i < LONGEST && depth < BRACES; i += text.at(i) == '\\' ? 2 : 1) {
            switch (text.at(i)) {
                case END -> {
                    return FormulaText.isProse(text.content(2, i)) ? NONE : open(2);
                }
                case '{' -> depth++;
                case '}' -> depth--;
                case '`' -> {
                    return NONE;
                }
                case '$' -> {
                    if (text.at(i + 1) == '$') {
                        boolean maths = i > 2 && FormulaText.isDisplayed(text.content(2, i));
                        return maths ? closed(2, i, 2, Formula.Kind.DISPLAY) : NONE;
                    }
                    if (depth <= 0) {
                        return NONE;
                    }
                }
                default -> {}
            }
            if (text.isBlankLine(i)) {
                return NONE;
            }
        }
        return NONE;
    }

    private Found brackets(char close, Formula.Kind kind) {
        int longest = kind == Formula.Kind.INLINE ? LONGEST_INLINE : LONGEST;
        int depth = 0;
        int unbalanced = END;
        for (int i = 2; i < longest && depth < BRACES; i += text.at(i) == '\\' ? 2 : 1) {
            if (text.at(i) == END) {
                return unbalanced == END
                        ? FormulaText.isBracketed(text.content(2, i)) ? NONE : open(2)
                        : bracketed(unbalanced, kind);
            }
            depth += text.at(i) == '{' ? 1 : text.at(i) == '}' ? -1 : 0;
            if (text.at(i) == '\\' && text.at(i + 1) == close) {
                if (depth <= 0) {
                    return bracketed(i, kind);
                }
                unbalanced = unbalanced == END ? i : unbalanced;
            } else if (text.at(i) == '\\'
                    && (text.at(i + 1) == '(' && depth <= 0 || text.at(i + 1) == '[')) {
                return unbalanced == END ? NONE : bracketed(unbalanced, kind);
            } else if (text.isBlankLine(i)) {
                return unbalanced == END ? NONE : bracketed(unbalanced, kind);
            }
        }
        return NONE;
    }

    private Found bracketed(int end, Formula.Kind kind) {
        String latex = text.content(2, end);
        boolean alone = isLineStart() && text.isLineEnd(end + 2);
        boolean maths =
                kind == Formula.Kind.INLINE || alone
                        ? FormulaText.isText(latex)
                        : FormulaText.hasSign(latex);
        return maths ? closed(2, end, 2, kind) : NONE;
    }

    private Found environment() {
        if (!text.has(BEGIN, 0)) {
            return NONE;
        }
        String name = name();
        if (!ENVIRONMENTS.contains(name.replace("*", ""))) {
            return NONE;
        }
        String begin = BEGIN + name + "}";
        String end = "\\end{" + name + "}";
        int depth = 1;
        for (int i = begin.length(); i < LONGEST && depth <= DEEPEST; i++) {
            if (text.at(i) == END) {
                return open(begin.length());
            }
            if (text.isBlankLine(i)) {
                return NONE;
            }
            if (text.at(i) == '\\') {
                depth += text.has(begin, i) ? 1 : 0;
                if (text.has(end, i) && --depth == 0) {
                    String source = text.content(0, i + end.length());
                    return new Found.Closed(new Formula(source, Formula.Kind.DISPLAY), source);
                }
                i += text.at(i + 1) == '\\' ? 1 : 0;
            }
        }
        return NONE;
    }

    private String name() {
        int end = BEGIN.length();
        while (text.at(end) != '}' && text.at(end) != END && end < 2 * DEEPEST + BEGIN.length()) {
            end++;
        }
        return text.content(BEGIN.length(), end);
    }

    private Found open(int opener) {
        return new Found.Open(text.content(0, opener), text.all());
    }

    /** The mark that ends the sentence belongs into the line of a displayed formula. */
    private Found closed(int from, int end, int closer, Formula.Kind kind) {
        int past = end + closer;
        String mark = "";
        boolean marked =
                text.at(past) != END
                        && ".,;:".indexOf(text.at(past)) >= 0
                        && text.isLineEnd(past + 1);
        if (kind == Formula.Kind.DISPLAY && marked) {
            mark = text.content(past, past + 1);
        }
        String latex = text.content(from, end) + mark;
        return new Found.Closed(new Formula(latex, kind), text.content(0, past + mark.length()));
    }

    private boolean isLineStart() {
        return before <= 0 || before == '\n';
    }
}

package dev.paddock.ui.text;

import java.util.regex.Pattern;

/**
 * Whether what stands between two delimiters is mathematics, or a price, a variable of a shell or a
 * sentence. What is in doubt stays text.
 */
final class FormulaText {
    /** No text has them by chance. */
    private static final Pattern SURE = Pattern.compile("[\\\\^_{}]");

    private static final Pattern FORMAL = Pattern.compile("[\\\\^_{}=<>]");

    private static final Pattern SIGN = Pattern.compile("[\\\\^_{}=<>+*/|~!-]");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\\\])\\p{L}{2,}");
    private static final Pattern WORDS =
            Pattern.compile("(?<![\\p{L}\\\\])\\p{L}{2,}[\\s,;:]+(?:\\p{L}+[\\s,;:]+)*\\p{L}{2,}");
    private static final Pattern PRICE = Pattern.compile("\\d[\\d.,]*.*", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("\\s+\\p{Ll}{2,}\\s+");
    private static final Pattern ORDINAL = Pattern.compile("(?:th|st|nd|rd|s)(?:\\P{L}.*)?");

    private FormulaText() {}

    /** Whether a single dollar after {@code character} may open a formula. */
    static boolean mayPrecedeDollar(int character) {
        boolean word = character < 128 && Character.isLetterOrDigit(character);
        return !word && "$/&?@#%\\".indexOf(character) < 0;
    }

    /**
     * Whether a single dollar may close a formula.
     *
     * @param after up to three characters that follow it
     */
    static boolean mayFollowDollar(String after) {
        if (after.isEmpty()) {
            return true;
        }
        char first = after.charAt(0);
        boolean word = first < 128 && Character.isLetterOrDigit(first);
        return "$_{(".indexOf(first) < 0 && (!word || ORDINAL.matcher(after).matches());
    }

    /** Whether {@code content} between single dollars is no price. */
    static boolean isMaths(String content) {
        return isText(content) && (!isPrice(content) || SURE.matcher(content).find());
    }

    /** Whether what a single dollar opened will most likely be closed as a formula. */
    static boolean isSurelyMaths(String content) {
        var sure = SURE.matcher(content);
        return sure.find()
                && !isPrice(content)
                && !WORDS.matcher(content.substring(0, sure.start())).find();
    }

    private static boolean isPrice(String content) {
        return PRICE.matcher(content).matches() && WORD.matcher(content).find();
    }

    /** Whether {@code content} between double dollars is no word between two of them. */
    static boolean isDisplayed(String content) {
        return isText(content) && !BETWEEN.matcher(content).matches();
    }

    /** Whether there is something, and that no sentence. */
    static boolean isText(String content) {
        return !content.isBlank() && !isProse(content);
    }

    static boolean hasSign(String content) {
        return SIGN.matcher(content).find() && isText(content);
    }

    /** Whether a bracket before {@code content} was escaped to be none of a link's. */
    static boolean isBracketed(String content) {
        int end = content.indexOf(']');
        boolean closed = end >= 0 && content.lastIndexOf('[', end) < 0;
        return isProse(content) || closed && !FORMAL.matcher(content.substring(0, end)).find();
    }

    static boolean isProse(String content) {
        return !FORMAL.matcher(content).find() && WORDS.matcher(content).find();
    }
}

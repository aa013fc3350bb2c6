package dev.paddock.ui.text;

/** Where what begins at a place of a line ends; -1 where it is something else. */
record TokenEnds(Grammar grammar, String text, int to) {
    private static final int LONGEST_CHAR = 12;

    boolean isStart(char c) {
        return Character.isLetter(c) || c == '_' || grammar.starts.indexOf(c) >= 0;
    }

    int word(int from) {
        int end = from;
        while (end < to
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '_'
                        || grammar.within.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** A sign and the word behind it; in some languages the word stands in braces. */
    int signed(int at) {
        char sign = text.charAt(at);
        int next = at + 1;
        if (next < to && text.charAt(next) == '{' && grammar.variables.indexOf(sign) >= 0) {
            int end = text.indexOf('}', next);
            return end < 0 || end >= to ? to : end + 1;
        }
        boolean word = next < to && (isStart(text.charAt(next)) || isDigit(text.charAt(next)));
        return word ? word(next) : -1;
    }

    int number(int at) {
        int end = at;
        while (end < to) {
            char c = text.charAt(end);
            boolean next = end + 1 < to && isDigit(text.charAt(end + 1));
            boolean hex = end - at > 1 && Character.toLowerCase(text.charAt(at + 1)) == 'x';
            boolean sign =
                    (c == '+' || c == '-')
                            && !hex
                            && end > at
                            && Character.toLowerCase(text.charAt(end - 1)) == 'e';
            if (!Character.isLetterOrDigit(c) && c != '_' && !((c == '.' || sign) && next)) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Of a literal of one character; none where it is something else, such as a lifetime. */
    int character(int at) {
        char quote = text.charAt(at);
        if (at + 2 >= to) {
            return -1;
        }
        if (text.charAt(at + 1) == '\\') {
            int end = text.indexOf(quote, at + 3);
            return end < 0 || end >= to || end > at + LONGEST_CHAR ? -1 : end + 1;
        }
        int end = at + (Character.isHighSurrogate(text.charAt(at + 1)) ? 3 : 2);
        return end < to && text.charAt(end) == quote ? end + 1 : -1;
    }

    int pattern(int at) {
        boolean set = false;
        for (int i = at + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '/' && !set) {
                return i == at + 1 ? -1 : word(i + 1);
            }
        }
        return -1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

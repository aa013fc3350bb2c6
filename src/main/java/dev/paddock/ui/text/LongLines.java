package dev.paddock.ui.text;

/**
 * Whether text can be read as Markdown in sensible time. Outside of code nobody writes such lines,
 * and to find out what their millions of brackets mean would take minutes and the whole heap.
 */
final class LongLines {
    private static final int LONGEST = 100_000;
    private static final String DATA = ";base64,";
    private static final int FENCE = 3;
    private static final int INDENT = 3;

    /** Of the open fence of code: its sign and how many of them. */
    private char sign;

    private int count;

    /** In raw HTML a fence is none. */
    private boolean html;

    private LongLines() {}

    static boolean areReadable(String text) {
        return longest(text) <= LONGEST || new LongLines().areInCode(text);
    }

    private static int longest(String text) {
        int longest = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            longest = Math.max(longest, length(text, start, end));
            start = end + 1;
        }
        return Math.max(longest, length(text, start, text.length()));
    }

    /** Without the data of pictures, which mean nothing as Markdown. */
    private static int length(String text, int from, int to) {
        int length = to - from;
        int data = length <= LONGEST ? -1 : text.indexOf(DATA, from);
        while (data >= 0 && data < to) {
            int end = data + DATA.length();
            int begin = end;
            while (end < to && isBase64(text.charAt(end))) {
                end++;
            }
            length -= end - begin;
            data = text.indexOf(DATA, end);
        }
        return length;
    }

    private static boolean isBase64(char sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign) || "+/=".indexOf(sign) >= 0;
    }

    /** Only of fences at the very beginning of a line it is certain where they end. */
    private boolean areInCode(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (length(line, 0, line.length()) > LONGEST) {
                if (count == 0) {
                    return false;
                }
            } else if (count > 0) {
                close(line);
            } else {
                open(line);
            }
        }
        return true;
    }

    private void open(String line) {
        html |= line.stripLeading().startsWith("<");
        int run = run(line, '`') + run(line, '~');
        boolean fence = run >= FENCE && (line.charAt(0) == '~' || line.indexOf('`', run) < 0);
        if (fence && !html) {
            sign = line.charAt(0);
            count = run;
        }
    }

    private void close(String line) {
        String rest = line.stripLeading();
        int run = run(rest, sign);
        boolean fence = run >= count && rest.substring(run).isBlank();
        if (fence && line.length() - rest.length() <= INDENT) {
            count = 0;
        }
    }

    private static int run(String line, char sign) {
        int run = 0;
        while (run < line.length() && line.charAt(run) == sign) {
            run++;
        }
        return run;
    }
}

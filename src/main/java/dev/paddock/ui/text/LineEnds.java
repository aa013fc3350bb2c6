package dev.paddock.ui.text;

import org.commonmark.node.Block;

/** The ends of lines as they were written: the parser makes all of them newlines. */
final class LineEnds {
    private LineEnds() {}

    /**
     * {@code literal} with its lines' ends as in {@code source}, and without the last one.
     *
     * @param above so many lines of {@code block} come before the literal's first
     */
    static String asWritten(String literal, Block block, int above, String source) {
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        if (source.indexOf('\r') < 0 || block.getSourceSpans().isEmpty()) {
            return text;
        }
        int at = block.getSourceSpans().getFirst().getInputIndex();
        for (int i = 0; i < above; i++) {
            at = after(source, at);
        }
        var written = new StringBuilder();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            int next = after(source, at);
            written.append(text, from, end).append(source, endOf(source, at), next);
            at = next;
            from = end + 1;
        }
        return written.append(text, from, text.length()).toString();
    }

    static int count(String text) {
        int lines = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }

    private static int endOf(String source, int from) {
        int at = from;
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Where the next line begins. */
    private static int after(String source, int from) {
        int end = endOf(source, from);
        return end == source.length() ? end : end + (source.startsWith("\r\n", end) ? 2 : 1);
    }
}

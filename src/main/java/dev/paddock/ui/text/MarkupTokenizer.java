package dev.paddock.ui.text;

import java.util.Arrays;

/**
 * Tags, with the script and the style in them. The lower bits of the state say where in the markup
 * a line begins, the upper ones are the state of script or style.
 */
final class MarkupTokenizer implements Tokenizer {
    private static final int BITS = 4;
    private static final int PLACE = (1 << BITS) - 1;
    private static final int TAG = 1;
    private static final int COMMENT = 2;
    private static final int DOUBLE = 3;
    private static final int SINGLE = 4;
    private static final int SCRIPT_TAG = 5;
    private static final int STYLE_TAG = 6;
    private static final int SCRIPT = 7;
    private static final int STYLE = 8;

    private static final int LONGEST_ENTITY = 12;

    private final Tokenizer script;
    private final Tokenizer style;

    MarkupTokenizer(Tokenizer script, Tokenizer style) {
        this.script = script;
        this.style = style;
    }

    @Override
    public int line(String text, int from, int to, int state, byte[] kinds) {
        return new Line(text, to, kinds).read(from, state);
    }

    private final class Line {
        private final String text;
        private final int to;
        private final byte[] kinds;
        private int at;

        Line(String text, int to, byte[] kinds) {
            this.text = text;
            this.to = to;
            this.kinds = kinds;
        }

        int read(int from, int state) {
            at = from;
            int now = state;
            do {
                now =
                        switch (now & PLACE) {
                            case TAG, SCRIPT_TAG, STYLE_TAG -> tag(now);
                            case COMMENT -> until("-->", TokenKind.COMMENT, COMMENT, START);
                            case DOUBLE -> until("\"", TokenKind.STRING, DOUBLE, TAG);
                            case SINGLE -> until("'", TokenKind.STRING, SINGLE, TAG);
                            case SCRIPT -> embedded(script, "</script", SCRIPT, now >> BITS);
                            case STYLE -> embedded(style, "</style", STYLE, now >> BITS);
                            default -> content();
                        };
            } while (at < to);
            return now;
        }

        private void fill(int end, TokenKind kind) {
            Arrays.fill(kinds, at, end, kind.code());
            at = end;
        }

        /** Up to {@code close}, or to the end of the line. */
        private int until(String close, TokenKind kind, int open, int closed) {
            int end = text.indexOf(close, at);
            boolean here = end >= 0 && end + close.length() <= to;
            fill(here ? end + close.length() : to, kind);
            return here ? closed : open;
        }

        private int content() {
            while (at < to) {
                char c = text.charAt(at);
                if (text.startsWith("<!--", at)) {
                    return COMMENT;
                }
                if (c == '<' && at + 1 < to) {
                    char next = text.charAt(at + 1);
                    if (next == '!' || next == '?') {
                        until(">", TokenKind.META, START, START);
                        continue;
                    }
                    if (next == '/' || Character.isLetter(next)) {
                        return open();
                    }
                }
                if (c == '&') {
                    int end = text.indexOf(';', at);
                    if (end > at && end < Math.min(to, at + LONGEST_ENTITY)) {
                        fill(end + 1, TokenKind.META);
                        continue;
                    }
                }
                at++;
            }
            return START;
        }

        private int open() {
            int end = nameEnd(at + 2);
            String name = text.substring(at, end);
            fill(end, TokenKind.NAME);
            return name.equalsIgnoreCase("<script")
                    ? SCRIPT_TAG
                    : name.equalsIgnoreCase("<style") ? STYLE_TAG : TAG;
        }

        private int tag(int place) {
            while (at < to) {
                char c = text.charAt(at);
                if (c == '>' || text.startsWith("/>", at)) {
                    boolean closed = c == '/';
                    fill(at + (closed ? Math.min(2, to - at) : 1), TokenKind.NAME);
                    return closed || place == TAG ? START : place == SCRIPT_TAG ? SCRIPT : STYLE;
                }
                if (c == '"' || c == '\'') {
                    int end = text.indexOf(c, at + 1);
                    if (end < 0 || end >= to) {
                        fill(to, TokenKind.STRING);
                        return place == TAG ? (c == '"' ? DOUBLE : SINGLE) : place;
                    }
                    fill(end + 1, TokenKind.STRING);
                } else if (nameEnd(at) > at) {
                    fill(nameEnd(at), TokenKind.TYPE);
                } else {
                    at++;
                }
            }
            return place;
        }

        private int nameEnd(int from) {
            int end = Math.min(from, to);
            while (end < to
                    && (Character.isLetterOrDigit(text.charAt(end))
                            || "-_:.@#*".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return end;
        }

        private int embedded(Tokenizer tokenizer, String close, int place, int state) {
            int end = at;
            while (end < to && !text.regionMatches(true, end, close, 0, close.length())) {
                end++;
            }
            int after = tokenizer.line(text, at, end, state, kinds);
            at = end;
            return end < to ? open() : place | after << BITS;
        }
    }
}

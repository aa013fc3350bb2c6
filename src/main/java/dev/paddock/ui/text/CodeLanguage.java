package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A language that code is written in. Safe from any thread.
 *
 * @param name as a person knows it
 * @param file the name of a file of it: a whole one, or an ending that begins with a dot
 * @param guess matches the beginning of code that is certainly of this language
 */
public record CodeLanguage(String name, String file, Optional<Pattern> guess, Tokenizer tokenizer) {
    /** Longer lines are cut for drawing, and have no colours. */
    private static final int LONGEST_LINE = Split.CODE_LINE - 1;

    /**
     * The state of the text after {@code piece}.
     *
     * @param state before it, 0 at the beginning of a text
     * @param piece of code, cut at the ends of lines
     */
    public int after(int state, Block.Code piece) {
        return read(state, piece, new byte[piece.text().length()]);
    }

    /**
     * A piece that has been read.
     *
     * @param parts each with its kind; together they are the text
     * @param after the state of what follows
     */
    public record Colored(List<Inline> parts, int after) {}

    /** Reads {@code piece}, which begins in {@code state}. */
    public Colored colored(int state, Block.Code piece) {
        String text = piece.text();
        var kinds = new byte[text.length()];
        int after = read(state, piece, kinds);
        var parts = new ArrayList<Inline>();
        int start = 0;
        byte kind = kinds.length == 0 ? 0 : kinds[0];
        for (int i = 1; i < kinds.length; i++) {
            // A blank has no colour: it goes with what stands before it.
            if (kinds[i] != kind && !Character.isWhitespace(text.charAt(i))) {
                parts.add(part(text.substring(start, i), kind));
                start = i;
                kind = kinds[i];
            }
        }
        if (start < text.length()) {
            parts.add(part(text.substring(start), kind));
        }
        return new Colored(List.copyOf(parts), after);
    }

    private static Inline part(String text, byte kind) {
        return new Inline(text, Style.PLAIN.as(TokenKind.of(kind)), Optional.empty());
    }

    private int read(int before, Block.Code piece, byte[] kinds) {
        String text = piece.text();
        int state = before;
        boolean whole = !piece.piece().isMidLine();
        for (int from = 0, end; from <= text.length(); from = end + 1) {
            int next = text.indexOf('\n', from);
            end = next < 0 ? text.length() : next;
            if (whole && end - from < LONGEST_LINE) {
                state = tokenizer.line(text, from, end, state, kinds);
            }
            whole = true;
        }
        return state;
    }
}

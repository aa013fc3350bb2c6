package dev.paddock.ui.platform;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.TextLayout;
import com.sun.javafx.scene.text.TextSpan;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import com.sun.javafx.text.PrismTextLayout;
import com.sun.javafx.text.TextRun;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Stands before JavaFX's layout by Pango and mends what it gets wrong (as of release 26).
 *
 * <ul>
 *   <li>When a line breaks inside a run, the run is cut and shaped again, but Pango is handed the
 *       uncut text, because it is remembered by run: words are drawn twice, and from right to left
 *       the layout throws, and with it every further frame. Here each shaping has a run of its own.
 *   <li>Pango tells the parts of a run (one for each typeface in it) in the order in which they are
 *       read; JavaFX takes them from left to right. From right to left, the words on both sides of
 *       a bracket, a comma or an emoji of another typeface change places, and lines break anywhere.
 *       Here such a run is shaped {@linkplain RunPieces piece by piece}.
 *   <li>The space at which a line breaks stays where it is in its run. Where the run reads against
 *       its paragraph, that is in the middle of the line, and pushes the rest past the edge. Here
 *       it takes no room.
 *   <li>A word that is too long for its line is shaped anew on both sides of the break. Its letters
 *       take other forms there than those that were measured, wider ones, and stand past the edge.
 *       Here they keep the forms they have {@linkplain JoinedCut within the word}.
 *   <li>What draws nothing, as a joiner between two letters, is drawn as a missing character, over
 *       its neighbours. Here nothing of it is drawn, and neither where no shaping is needed.
 *   <li>Pango kerns; where no shaping is needed, nobody does. A text that loses its only emoji when
 *       it is cut for a label grows wider then. Here a character is as wide in both.
 *   <li>No emoji is drawn. Here each is one glyph, for which {@link EmojiText} draws a picture.
 * </ul>
 */
final class RepairedGlyphLayout extends GlyphLayout {
    private static final int HIGHEST_FONT_BIT = 24;

    private static final TextSpan[] NO_SPANS = {};

    private final GlyphLayout pango;
    private final SymbolFallback symbols = new SymbolFallback();

    RepairedGlyphLayout(GlyphLayout pango) {
        this.pango = pango;
    }

    @Override
    public int breakRuns(PrismTextLayout layout, char[] chars, int flags) {
        for (var span : Objects.requireNonNullElse(layout.getTextSpans(), NO_SPANS)) {
            symbols.standBehind((PGFont) span.getFont());
        }
        symbols.standBehind(layout.getFont());
        var runs = new RunCollector(layout, chars);
        int found = super.breakRuns(runs, chars, flags);
        return runs.foundOwn() ? found | TextLayout.FLAGS_HAS_COMPLEX : found;
    }

    @Override
    public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
        if (run instanceof OwnRun own) {
            own.shape(font);
            return;
        }
        var pieces =
                run.isLeftToRight()
                        ? List.of(new RunPieces.Piece(0, run.getLength()))
                        : RunPieces.of(text, run.getStart(), run.getEnd());
        if (pieces.size() > 1) {
            var whole = shaped(run, new RunPieces.Piece(0, run.getLength()), font, strike, text);
            if (isOfOneFont(whole) && RunPieces.isPlain(text, run.getStart(), run.getEnd())) {
                pieces = List.of(new RunPieces.Piece(0, run.getLength()));
            }
        }
        var shaped = new ArrayList<Shaped>();
        for (var piece : run.isLeftToRight() ? pieces : pieces.reversed()) {
            shaped.add(new Shaped(piece.from(), shaped(run, piece, font, strike, text)));
        }
        boolean flatten = endsAtBreak(run) && run.getLevel() > 0;
        put(
                shaped,
                flatten ? spacesAtEnd(text, run) : run.getLength(),
                new Widths(font, text),
                run);
    }

    /**
     * Joins what stands from left to right.
     *
     * @param flat what begins at this offset of the run takes no room
     */
    private static void put(List<Shaped> shaped, int flat, Widths widths, TextRun run) {
        int count = shaped.stream().mapToInt(it -> it.glyphs().getGlyphCount()).sum();
        int[] codes = new int[count];
        int[] offsets = new int[count];
        float[] positions = new float[2 * count + 2];
        int at = 0;
        for (var part : shaped) {
            var glyphs = part.glyphs();
            for (int i = 0; i < glyphs.getGlyphCount(); i++) {
                codes[at] = glyphs.getGlyphCode(i);
                offsets[at] = part.from() + glyphs.getCharOffset(i);
                float advance = offsets[at] < flat ? glyphs.getAdvance(i) : 0;
                if (advance != 0) {
                    advance = widths.of(codes[at], run.getStart() + offsets[at], advance);
                } else if (codes[at] == CharToGlyphMapper.MISSING_GLYPH) {
                    codes[at] = CharToGlyphMapper.INVISIBLE_GLYPH_ID;
                }
                positions[2 * at + 2] = positions[2 * at] + advance;
                at++;
            }
        }
        run.shape(count, codes, positions, offsets);
    }

    /**
     * @param from the offset of its characters in the whole run
     */
    private record Shaped(int from, TextRun glyphs) {}

    private TextRun shaped(
            TextRun run, RunPieces.Piece piece, PGFont font, FontStrike strike, char[] text) {
        int start = run.getStart() + piece.from();
        var cut = JoinedCut.of(text, start, start + piece.length());
        if (run.isLeftToRight() || !run.isSplit() && !run.isSplitLast() || cut.isEmpty()) {
            return shaped(run, start, piece.length(), font, strike, text);
        }
        var joined = cut.get();
        int length = joined.text().length;
        var whole = shaped(run, 0, length, font, strike, joined.text());
        return joined.without(whole, copy(run, start, piece.length()));
    }

    private TextRun shaped(
            TextRun run, int start, int length, PGFont font, FontStrike strike, char[] text) {
        var own = copy(run, start, length);
        pango.layout(own, font, strike, text);
        return own;
    }

    private static TextRun copy(TextRun run, int start, int length) {
        return new TextRun(
                start,
                length,
                run.getLevel(),
                true,
                run.getScript(),
                run.getTextSpan(),
                run.getSlot(),
                run.isCanonical());
    }

    private static boolean isOfOneFont(TextRun run) {
        for (int i = 1; i < run.getGlyphCount(); i++) {
            if (run.getGlyphCode(i) >> HIGHEST_FONT_BIT
                    != run.getGlyphCode(0) >> HIGHEST_FONT_BIT) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsAtBreak(TextRun run) {
        return run.isSplit() && !run.isSplitLast();
    }

    /** The offset in the run at which the white space at its end begins. */
    private static int spacesAtEnd(char[] text, TextRun run) {
        int from = run.getEnd();
        while (from > run.getStart() && Character.isWhitespace(text[from - 1])) {
            from--;
        }
        return from - run.getStart();
    }

    @Override
    public void dispose() {
        pango.dispose();
        GlyphLayoutManager.dispose(this);
    }
}

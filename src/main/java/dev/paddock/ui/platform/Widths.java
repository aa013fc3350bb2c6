package dev.paddock.ui.platform;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.text.ScriptMapper;

/** How wide characters are where nothing is shaped, so that a text has one width in both. */
final class Widths {
    private final FontResource font;
    private final float size;
    private final char[] text;

    Widths(PGFont font, char[] text) {
        this.font = font.getFontResource();
        size = font.getSize();
        this.text = text;
    }

    /**
     * @param glyph what the shaping chose
     * @param at where its character stands in the text
     * @param shaped how wide it is by the shaping
     */
    float of(int glyph, int at, float shaped) {
        boolean itsOwn =
                glyph == CharToGlyphMapper.MISSING_GLYPH
                        || !ScriptMapper.isComplexCharCode(text[at])
                                && !Character.isSurrogate(text[at])
                                && font.getGlyphMapper().charToGlyph(text[at]) == glyph;
        return itsOwn ? font.getAdvance(glyph, size) : shaped;
    }
}

package dev.paddock.ui.platform;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.text.TextRun;

/** Characters that no typeface is asked for: they are one glyph, and stay together in a line. */
abstract sealed class OwnRun extends TextRun {
    private OwnRun(TextRun whole, int start, int length) {
        super(
                start,
                length,
                whole.getLevel(),
                true,
                whole.getScript(),
                whole.getTextSpan(),
                whole.getSlot(),
                whole.isCanonical());
    }

    /** Gives it its glyph and its width in that typeface. */
    abstract void shape(PGFont font);

    final void shape(int glyph, float width) {
        shape(1, new int[] {glyph}, new float[] {0, 0, width, 0}, new int[] {0});
        setWidth(width);
    }

    /** In a column that is narrower than it, its later characters take no room on the next line. */
    @Override
    public TextRun split(int offset) {
        int rest = getLength() - offset;
        super.split(offset);
        var behind = new Ignored(this, getEnd(), rest);
        behind.setMetrics(getAscent(), getDescent(), getLeading());
        return behind;
    }

    /** What draws nothing and takes no room. */
    static final class Ignored extends OwnRun {
        Ignored(TextRun whole, int start, int length) {
            super(whole, start, length);
        }

        @Override
        void shape(PGFont font) {
            shape(CharToGlyphMapper.INVISIBLE_GLYPH_ID, 0);
        }
    }

    /** A soft hyphen: a hyphen where a line breaks at it, else nothing. */
    static final class SoftHyphen extends OwnRun {
        private int glyph = CharToGlyphMapper.INVISIBLE_GLYPH_ID;
        private float advance;

        SoftHyphen(TextRun whole, int start) {
            super(whole, start, 1);
        }

        @Override
        void shape(PGFont font) {
            var resource = font.getFontResource();
            glyph = resource.getGlyphMapper().charToGlyph((int) '-');
            advance = resource.getAdvance(glyph, font.getSize());
            shape(CharToGlyphMapper.INVISIBLE_GLYPH_ID, 0);
        }

        @Override
        public void setSoftbreak() {
            super.setSoftbreak();
            shape(glyph, advance);
        }
    }

    /** A picture; the text's node draws it ({@link EmojiText}). */
    static final class Emoji extends OwnRun {
        /** Two columns of code. */
        private static final float ADVANCE = 1.2f;

        private final int place;
        private float fontSize;

        Emoji(TextRun whole, int start, EmojiSequence emoji) {
            super(whole, start, emoji.length());
            place = emoji.place();
        }

        @Override
        void shape(PGFont font) {
            fontSize = font.getSize();
            shape(CharToGlyphMapper.INVISIBLE_GLYPH_ID, ADVANCE * fontSize);
        }

        int place() {
            return place;
        }

        float fontSize() {
            return fontSize;
        }
    }
}

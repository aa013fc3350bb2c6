package dev.paddock.ui.platform;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.FontStrikeDesc;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.geom.transform.BaseTransform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Map;

/**
 * The typeface for signs that the app's own two lack: arrows, mathematics, boxes, marks. It is read
 * when the first of them is looked for. For the FX thread, but for its strikes.
 */
final class SymbolTypeface implements FontResource {
    private static final String FILE = "/dev/paddock/fonts/DejaVuSans.ttf";
    private static final float ANY_SIZE = 12;

    /** Not the file's own, which may be installed in another version with other glyphs. */
    private static final String NAME = "Paddock Symbols";

    private static final class Holder {
        static final FontResource FONT = read();
    }

    private static FontResource read() {
        try (var in = SymbolTypeface.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("no " + FILE);
            }
            return PrismFontFactory.getFontFactory()
                    .loadEmbeddedFont(null, in, ANY_SIZE, false, false)[0]
                    .getFontResource();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String getFullName() {
        return NAME;
    }

    @Override
    public String getPSName() {
        return NAME;
    }

    @Override
    public String getFamilyName() {
        return NAME;
    }

    @Override
    public String getFileName() {
        return Holder.FONT.getFileName();
    }

    @Override
    public String getStyleName() {
        return Holder.FONT.getStyleName();
    }

    @Override
    public String getLocaleFullName() {
        return NAME;
    }

    @Override
    public String getLocaleFamilyName() {
        return NAME;
    }

    @Override
    public String getLocaleStyleName() {
        return Holder.FONT.getLocaleStyleName();
    }

    @Override
    public int getFeatures() {
        return Holder.FONT.getFeatures();
    }

    @Override
    public boolean isBold() {
        return false;
    }

    @Override
    public boolean isItalic() {
        return false;
    }

    @Override
    public float getAdvance(int glyph, float size) {
        return Holder.FONT.getAdvance(glyph, size);
    }

    @Override
    public float[] getGlyphBoundingBox(int glyph, float size, float[] to) {
        return Holder.FONT.getGlyphBoundingBox(glyph, size, to);
    }

    @Override
    public int getDefaultAAMode() {
        return Holder.FONT.getDefaultAAMode();
    }

    @Override
    public CharToGlyphMapper getGlyphMapper() {
        return Holder.FONT.getGlyphMapper();
    }

    @Override
    public Map<FontStrikeDesc, WeakReference<FontStrike>> getStrikeMap() {
        return Holder.FONT.getStrikeMap();
    }

    @Override
    public FontStrike getStrike(float size, BaseTransform transform) {
        return Holder.FONT.getStrike(size, transform);
    }

    @Override
    public FontStrike getStrike(float size, BaseTransform transform, int smoothing) {
        return Holder.FONT.getStrike(size, transform, smoothing);
    }

    @Override
    public Object getPeer() {
        return Holder.FONT.getPeer();
    }

    @Override
    public void setPeer(Object peer) {
        Holder.FONT.setPeer(peer);
    }

    @Override
    public boolean isEmbeddedFont() {
        return true;
    }

    @Override
    public boolean isColorGlyph(int glyph) {
        return false;
    }
}

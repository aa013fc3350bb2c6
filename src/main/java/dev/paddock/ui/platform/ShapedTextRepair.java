package dev.paddock.ui.platform;

import com.sun.javafx.font.FontFallbackInfo;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;

import org.slf4j.LoggerFactory;

/**
 * Mends how JavaFX on Linux lays out text that Pango has to shape: right-to-left scripts, Indic
 * ones, joined emoji. {@link RepairedGlyphLayout} says what is wrong with it.
 *
 * <p>The place is one that JavaFX keeps to itself (as of release 26), which {@code
 * packaging/jvm.options} opens: all text shares one {@link GlyphLayout}, which is made when the
 * first text is laid out. Where it is not as expected, as on systems without Pango, all stays as it
 * was.
 */
public final class ShapedTextRepair {
    private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

    private ShapedTextRepair() {}

    /**
     * Before the first text is laid out, best on the FX thread; and on that again after a layout
     * has thrown, which leaves JavaFX without its mended part.
     *
     * @return whether text is mended from now on
     */
    public static boolean install() {
        try {
            var factory = PrismFontFactory.getFontFactory();
            var usual = factory.createGlyphLayout();
            if (!usual.getClass().getName().equals(PANGO)) {
                return false;
            }
            var shared = shared(factory, new RepairedGlyphLayout(usual));
            GlyphLayoutManager.dispose(shared);
            EmojiTextAccessor.install();
            return shared instanceof RepairedGlyphLayout;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError other) {
            LoggerFactory.getLogger(ShapedTextRepair.class)
                    .info("JavaFX shapes text as it does", other);
            return false;
        }
    }

    /** The one that all text shares: {@code wanted}, unless it has been made before. */
    private static GlyphLayout shared(PrismFontFactory factory, GlyphLayout wanted)
            throws ReflectiveOperationException {
        var place = PrismFontFactory.class.getDeclaredField("theFontFactory");
        place.setAccessible(true);
        // Under the lock that guards it nobody else sees the stand-in.
        synchronized (PrismFontFactory.class) {
            place.set(null, new Maker(wanted));
            try {
                return reusable();
            } finally {
                place.set(null, factory);
            }
        }
    }

    private static GlyphLayout reusable() throws ReflectiveOperationException {
        var field = GlyphLayoutManager.class.getDeclaredField("REUSABLE_INSTANCE");
        field.setAccessible(true);
        return (GlyphLayout) field.get(null);
    }

    /** Makes one thing only. */
    private static final class Maker extends PrismFontFactory {
        private final GlyphLayout made;

        Maker(GlyphLayout made) {
            this.made = made;
        }

        @Override
        public GlyphLayout createGlyphLayout() {
            return made;
        }

        @Override
        protected PrismFontFile createFontFile(
                String name,
                String file,
                int index,
                boolean register,
                boolean embedded,
                boolean copy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FontFallbackInfo getFallbacks(FontResource primary) {
            throw new UnsupportedOperationException();
        }
    }
}

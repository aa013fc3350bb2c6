package dev.paddock.ui.platform;

import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import com.sun.javafx.text.TextRun;

import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Mends how JavaFX wraps text that Pango has to shape: right-to-left scripts, Indic ones, joined
 * emoji. When a line breaks inside such a run, the run is cut and shaped again, but JavaFX (as of
 * release 26) still hands Pango the uncut text, because it remembers it by run. Words are then
 * drawn twice; from right to left the layout throws, and with it every further frame. Here the text
 * is remembered by run <em>and length</em>.
 *
 * <p>The place is one that JavaFX keeps to itself, which {@code packaging/jvm.options} opens. Where
 * it is not as expected, as on systems without Pango, all stays as it was.
 */
public final class ShapedTextRepair {
    private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

    private ShapedTextRepair() {}

    /**
     * On the FX thread, before text is laid out; again after a layout has thrown, which leaves
     * JavaFX without its mended part.
     */
    public static void install() {
        try {
            var shared =
                    (GlyphLayout) field(GlyphLayoutManager.class, "REUSABLE_INSTANCE").get(null);
            if (!shared.getClass().getName().equals(PANGO)) {
                return;
            }
            var texts = field(shared.getClass(), "runUtf8");
            if (!(texts.get(shared) instanceof TextsByPiece)) {
                texts.set(shared, new TextsByPiece());
            }
            if (((AtomicBoolean) field(GlyphLayoutManager.class, "IN_USE").get(null)).get()) {
                shared.dispose();
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError other) {
            LoggerFactory.getLogger(ShapedTextRepair.class)
                    .info("JavaFX shapes text as it does", other);
        }
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Addresses of UTF-8 texts; {@code values} holds every one, so that every one is freed. */
    private static final class TextsByPiece extends AbstractMap<TextRun, Long> {
        private final Map<Piece, Long> addresses = new LinkedHashMap<>();

        private record Piece(TextRun run, int length) {
            private static Piece of(TextRun run) {
                return new Piece(run, run.getLength());
            }
        }

        @Override
        public Long get(Object run) {
            return addresses.get(Piece.of((TextRun) run));
        }

        @Override
        public Long put(TextRun run, Long address) {
            return addresses.put(Piece.of(run), address);
        }

        @Override
        public Set<Entry<TextRun, Long>> entrySet() {
            return addresses.entrySet().stream()
                    .map(each -> Map.entry(each.getKey().run(), each.getValue()))
                    .collect(Collectors.toSet());
        }

        @Override
        public void clear() {
            addresses.clear();
        }
    }
}

package dev.paddock.ui.platform;

import com.sun.javafx.font.FallbackResource;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PGFont;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Puts {@link SymbolTypeface} before the system's typefaces among those that are asked for a
 * character which a typeface lacks. Before, as among the system's may be one of emoji, which JavaFX
 * takes signs from and cannot draw. For the FX thread.
 */
final class SymbolFallback {
    private static final SymbolTypeface SYMBOLS = new SymbolTypeface();

    private final Set<FontResource> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * To be called before the first character is looked for: glyphs are known by the place that
     * their typeface has.
     *
     * @param font null where a node stands in the text
     */
    void standBehind(@Nullable PGFont font) {
        if (font == null) {
            return;
        }
        var resource = font.getFontResource();
        if (seen.add(resource)) {
            try {
                putFirst(resource);
            } catch (ReflectiveOperationException | RuntimeException other) {
                LoggerFactory.getLogger(SymbolFallback.class)
                        .info("symbols come from the system's typefaces alone", other);
            }
        }
    }

    private static void putFirst(FontResource resource) throws ReflectiveOperationException {
        if (!resource.getClass().getSimpleName().equals("PrismCompositeFontResource")) {
            return;
        }
        var fallback =
                (FallbackResource) field(resource.getClass(), "fallbackResource").get(resource);
        // Reads what there is.
        fallback.getNumSlots();
        prepend(fallback, "fallbacks", SYMBOLS);
        prepend(fallback, "linkedFontNames", SYMBOLS.getFullName());
        prepend(fallback, "linkedFontFiles", "");
    }

    private static void prepend(FallbackResource to, String name, Object first)
            throws ReflectiveOperationException {
        var field = field(FallbackResource.class, name);
        var old = (Object[]) field.get(to);
        var longer = Arrays.copyOf(old, old.length + 1);
        System.arraycopy(old, 0, longer, 1, old.length);
        longer[0] = first;
        field.set(to, longer);
    }

    private static Field field(Class<?> of, String name) throws NoSuchFieldException {
        var field = of.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}

package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.font.CompositeFontResource;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.FontHelper;

import dev.paddock.ui.common.Theme;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What models write as signs is there, whatever typefaces are installed. */
class SymbolFallbackTest {
    private static final String ARROWS = "←↑→↓↔↕↖↗↘↙↦⇄⇐⇒⇔⇧⟵⟶⟹⟺➔➜➤";
    private static final String MATHEMATICS =
            "∀∂∃∅∆∇∈∉∋∏∑−∓√∛∝∞∠∧∨∩∪∫∮∴≈≠≡≤≥≪≫⊂⊃⊆⊕⊗⊢⊥⋅⌈⌊⟨⟩ℂℕℚℝℤℏ℘ℵ";
    private static final String BOXES = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝╭╮█▀▄▌▓▒░■□▢▪▫▲△▶▸▼◀◆◇○●◯";
    private static final String MARKS = "•‣⁃◦·…†‡§¶№™℃✓✔✗✘☐☑☒★☆✦❤⚠⚡⚙☀☎♪♯♠♥⌘⏎⌫½⅓²₂⁻";
    private static final int SLOT_BITS = 24;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertTrue(onFx(ShapedTextRepair::install));
        onFx(
                () -> {
                    Theme.loadFonts();
                    return true;
                });
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
    }

    @ParameterizedTest
    @ValueSource(strings = {ARROWS, MATHEMATICS, BOXES, MARKS})
    void signsComeFromTheAppsOwnTypefaces(String signs) {
        onFx(
                () -> {
                    for (String family : new String[] {"Inter", "JetBrains Mono"}) {
                        var text = new Text(signs);
                        text.setFont(Font.font(family, 14));
                        assertTrue(text.getLayoutBounds().getWidth() > 0);
                        var font = (PGFont) FontHelper.getNativeFont(text.getFont());
                        signs.codePoints().forEach(sign -> assertOwn(font, sign));
                    }
                    return null;
                });
    }

    /** From the typeface itself or from the one behind it, and not from the system's. */
    private static void assertOwn(PGFont font, int sign) {
        var resource = (CompositeFontResource) font.getFontResource();
        int glyph = resource.getGlyphMapper().charToGlyph(sign);
        String name = Character.toString(sign) + " in " + font.getFullName();
        assertNotEquals(0, glyph, name);
        int slot = glyph >>> SLOT_BITS;
        assertTrue(slot <= 1, name);
        if (slot == 1) {
            assertEquals("Paddock Symbols", resource.getSlotResource(1).getFullName());
        }
    }
}

package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Scale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Colour where an emoji is, nothing where a character draws nothing. */
class EmojiTextTest {
    private static final String INVISIBLE =
            "\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2064\u2066\u2069\u206F\u034F\u061C\u180E"
                    + "\uFEFF\uFE00\uFE0E\uFE0F\u00AD\uDB40\uDC61\uDB40\uDD00";

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertTrue(onFx(ShapedTextRepair::install));
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🚀",
                "✅",
                "⚠️",
                "❤️",
                "👍🏽",
                "🇩🇪",
                "1️⃣",
                "👩🏽‍🚀",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "🏳️‍🌈",
                "🧑🏿‍❤️‍🧑🏻",
                "🫟"
            })
    void anEmojiIsInColourInItsPlaceAtAnySize(String emoji) {
        for (double size : new double[] {11, 14, 22, 40}) {
            for (double zoom : new double[] {1, 1.25, 2, 3}) {
                for (Color ground : new Color[] {Color.WHITE, Color.BLACK}) {
                    var text = text("ab" + emoji + "cd", size, ground.invert());
                    var image = picture(text, zoom, ground);
                    var place = range(text, 2, 2 + emoji.length());
                    assertEquals(1.2 * size, place.getWidth(), 0.1);
                    assertTrue(coloured(image, text, place, zoom) > 0.1, emoji + size + zoom);
                    var before = range(text, 0, 2);
                    var behind = range(text, 2 + emoji.length(), 4 + emoji.length());
                    assertEquals(0, coloured(image, text, before, zoom), emoji + size + zoom);
                    assertEquals(0, coloured(image, text, behind, zoom), emoji + size + zoom);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"⚠", "❤", "⚠\uFE0E", "✅\uFE0E", "→", "™", "1"})
    void whatIsMeantAsTextHasTheColourOfTheText(String sign) {
        var text = text("ab" + sign + "cd", 20, Color.BLACK);
        assertEquals(
                0, coloured(picture(text, 1, Color.WHITE), text, text.getLayoutBounds(), 1), sign);
    }

    /** The same drawing in another size is the same picture. */
    @Test
    void sizesLookAlike() {
        int[] drawing = EmojiDrawings.shared().pixels(place("🚀"));
        double[] whole = means(EmojiImages.scaled(drawing, EmojiDrawings.SIDE));
        for (int side : new int[] {1, 13, 16, 17, 32, 63}) {
            double[] small = means(EmojiImages.scaled(drawing, side));
            for (int channel = 0; channel < 4; channel++) {
                assertEquals(whole[channel], small[channel], 1.5, side + " pixels");
            }
        }
    }

    private static double[] means(int[] pixels) {
        double[] means = new double[4];
        for (int channel = 0; channel < 4; channel++) {
            int shift = 8 * channel;
            means[channel] =
                    Arrays.stream(pixels).map(it -> it >>> shift & 0xFF).average().orElse(0);
        }
        return means;
    }

    private static int place(String emoji) {
        return EmojiDrawings.shared().find(emoji).orElseThrow();
    }

    @Test
    void whatDrawsNothingTakesNoRoomAndLeavesNoTrace() {
        int[] plain = pixels(picture(text("ab cd", 20, Color.BLACK), 1, Color.WHITE));
        INVISIBLE
                .codePoints()
                .forEach(
                        point -> {
                            String each = "a" + Character.toString(point) + "b cd";
                            var image = picture(text(each, 20, Color.BLACK), 1, Color.WHITE);
                            assertTrue(
                                    Arrays.equals(plain, pixels(image)),
                                    Integer.toHexString(point));
                        });
    }

    @Test
    void aJoinerPartsPersianLettersAndDrawsNothing() {
        double joined = text("میخواهم", 20, Color.BLACK).getLayoutBounds().getWidth();
        double parted = text("می‌خواهم", 20, Color.BLACK).getLayoutBounds().getWidth();
        assertTrue(parted > joined + 1, parted + " and " + joined);
        assertTrue(parted < joined + 15, parted + " and " + joined);
    }

    @Test
    void aSoftHyphenIsSeenOnlyWhereALineBreaksAtIt() {
        double dash = text("-", 14, Color.BLACK).getLayoutBounds().getWidth();
        double automatic = text("automatic", 14, Color.BLACK).getLayoutBounds().getWidth();
        double auto = text("auto", 14, Color.BLACK).getLayoutBounds().getWidth();
        onFx(
                () -> {
                    var flow = new TextFlow(text("auto\u00ADmatic", 14, Color.BLACK));
                    new Scene(flow);
                    flow.resize(400, 100);
                    flow.layout();
                    var wide = flow.getLayoutInfo().getTextLines(false);
                    assertEquals(1, wide.size());
                    assertEquals(automatic, wide.getFirst().bounds().getWidth(), 0.1);
                    flow.resize(automatic - 4, 100);
                    flow.layout();
                    var narrow = flow.getLayoutInfo().getTextLines(false);
                    assertEquals(2, narrow.size());
                    assertEquals(auto + dash, narrow.getFirst().bounds().getWidth(), 0.1);
                    return null;
                });
    }

    /** However narrow the column, an emoji is not cut and stands once. */
    @Test
    void emojiWrapWhole() {
        String text = "👩‍👩‍👧‍👦👍🏽🇩🇪🏴󠁧󠁢󠁳󠁣󠁴󠁿1️⃣ 👩🏽‍🚀";
        onFx(
                () -> {
                    for (int width = 4; width < 160; width++) {
                        var flow = new TextFlow(text(text, 14, Color.BLACK));
                        new Scene(flow);
                        flow.resize(width, 400);
                        flow.layout();
                        double drawn = 0;
                        for (var line : flow.getLayoutInfo().getTextLines(false)) {
                            drawn += Math.round(line.bounds().getWidth() / 16.8);
                            assertTrue(line.bounds().getWidth() < Math.max(width, 17) + 5);
                        }
                        assertEquals(6, drawn, "at " + width);
                    }
                    return null;
                });
    }

    private static Text text(String content, double size, Color ink) {
        return onFx(
                () -> {
                    var text = new Text(content);
                    text.setFont(Font.font(size));
                    text.setFill(ink);
                    return text;
                });
    }

    private static Bounds range(Text text, int from, int to) {
        return onFx(
                () -> {
                    var shape = new Path(text.rangeShape(from, to));
                    shape.setFill(Color.BLACK);
                    shape.setStroke(null);
                    return shape.getLayoutBounds();
                });
    }

    private static Image picture(Text text, double zoom, Color ground) {
        return onFx(
                () -> {
                    var group = new Group(text);
                    group.getTransforms().setAll(new Scale(zoom, zoom));
                    var whole = new Group(group);
                    new Scene(whole);
                    var how = new SnapshotParameters();
                    how.setFill(ground);
                    return whole.snapshot(how, null);
                });
    }

    /** The part of the place's pixels that are no grey. */
    private static double coloured(Image image, Text text, Bounds place, double zoom) {
        var whole = text.getLayoutBounds();
        int left = (int) Math.ceil((place.getMinX() - whole.getMinX()) * zoom) + 1;
        int right = (int) Math.floor((place.getMaxX() - whole.getMinX()) * zoom) - 1;
        int coloured = 0;
        int count = 0;
        for (int x = Math.max(0, left); x < Math.min(right, image.getWidth()); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                coloured += isColour(image.getPixelReader().getArgb(x, y)) ? 1 : 0;
                count++;
            }
        }
        return (double) coloured / count;
    }

    private static boolean isColour(int argb) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 40;
    }

    private static int[] pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}

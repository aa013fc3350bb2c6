package dev.paddock.ui.platform;

import com.sun.javafx.geom.transform.BaseTransform;
import com.sun.javafx.sg.prism.NGText;
import com.sun.prism.Graphics;
import com.sun.prism.Texture;

import java.util.Arrays;
import java.util.List;

/** What draws a text on the render thread, with its emoji as pictures. */
final class EmojiText extends NGText {
    private static final EmojiImages IMAGES = new EmojiImages();

    /** Of the size of the typeface; in the middle of its {@link OwnRun.Emoji} advance. */
    private static final float SIDE = 1.12f;

    /** How far it stands above the baseline, for the middle to be that of capital letters. */
    private static final float ASCENT = 0.92f;

    private List<OwnRun.Emoji> emoji = List.of();
    private float left;
    private float top;

    @Override
    public void setGlyphs(Object[] glyphs) {
        super.setGlyphs(glyphs);
        boolean none = true;
        for (Object run : glyphs) {
            none &= !(run instanceof OwnRun.Emoji);
        }
        emoji =
                none
                        ? List.of()
                        : Arrays.stream(glyphs)
                                .filter(OwnRun.Emoji.class::isInstance)
                                .map(OwnRun.Emoji.class::cast)
                                .toList();
    }

    @Override
    public void setLayoutLocation(float x, float y) {
        super.setLayoutLocation(x, y);
        left = x;
        top = y;
    }

    @Override
    protected void renderContent2D(Graphics g, boolean printing) {
        super.renderContent2D(g, printing);
        for (var run : emoji) {
            draw(run, g);
        }
    }

    private void draw(OwnRun.Emoji run, Graphics g) {
        float side = SIDE * run.fontSize();
        float x = run.getLocation().x - left + (run.getWidth() - side) / 2;
        float baseline = run.getLocation().y - top - run.getLineBounds().getMinY();
        float y = baseline - ASCENT * run.fontSize();
        var to = g.getTransformNoClone();
        double scale = Math.hypot(to.getMxx(), to.getMyx());
        int pixels = Math.max(1, (int) Math.round(side * scale));
        int sharpest = Math.min(pixels, EmojiDrawings.SIDE);
        var image = IMAGES.of(run.place(), sharpest);
        if (isUpright(to)) {
            side = (float) (pixels / scale);
            x = (float) ((Math.round(x * scale + to.getMxt()) - to.getMxt()) / scale);
            y = (float) ((Math.round(y * scale + to.getMyt()) - to.getMyt()) / scale);
        }
        var texture =
                g.getResourceFactory().getCachedTexture(image, Texture.WrapMode.CLAMP_TO_EDGE);
        if (texture != null) {
            g.drawTexture(texture, x, y, x + side, y + side, 0, 0, sharpest, sharpest);
            texture.unlock();
        }
    }

    private static boolean isUpright(BaseTransform to) {
        return to.getMxy() == 0
                && to.getMyx() == 0
                && to.getMxx() > 0
                && to.getMxx() == to.getMyy();
    }
}

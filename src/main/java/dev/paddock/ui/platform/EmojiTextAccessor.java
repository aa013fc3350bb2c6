package dev.paddock.ui.platform;

import com.sun.javafx.geom.BaseBounds;
import com.sun.javafx.geom.Shape;
import com.sun.javafx.geom.transform.BaseTransform;
import com.sun.javafx.scene.shape.TextHelper;
import com.sun.javafx.scene.shape.TextHelper.TextAccessor;
import com.sun.javafx.sg.prism.NGNode;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;

/** Lets every text of the window be drawn by {@link EmojiText}; all else is as it was. */
final class EmojiTextAccessor implements TextAccessor {
    private final TextAccessor usual;

    private EmojiTextAccessor(TextAccessor usual) {
        this.usual = usual;
    }

    /** For all texts that come into a scene from now on. */
    static void install() throws ReflectiveOperationException {
        var field = TextHelper.class.getDeclaredField("textAccessor");
        field.setAccessible(true);
        var accessor = (TextAccessor) field.get(null);
        if (!(accessor instanceof EmojiTextAccessor)) {
            field.set(null, new EmojiTextAccessor(accessor));
        }
    }

    @Override
    public NGNode doCreatePeer(Node node) {
        return new EmojiText();
    }

    @Override
    public void doUpdatePeer(Node node) {
        usual.doUpdatePeer(node);
    }

    @Override
    public BaseBounds doComputeGeomBounds(Node node, BaseBounds bounds, BaseTransform to) {
        return usual.doComputeGeomBounds(node, bounds, to);
    }

    @Override
    public Bounds doComputeLayoutBounds(Node node) {
        return usual.doComputeLayoutBounds(node);
    }

    @Override
    public boolean doComputeContains(Node node, double x, double y) {
        return usual.doComputeContains(node, x, y);
    }

    @Override
    public void doGeomChanged(Node node) {
        usual.doGeomChanged(node);
    }

    @Override
    public Shape doConfigShape(javafx.scene.shape.Shape shape) {
        return usual.doConfigShape(shape);
    }

    @Override
    public float getVisualWidth(Text text) {
        return usual.getVisualWidth(text);
    }
}

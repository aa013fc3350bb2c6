package dev.paddock.ui.common;

import dev.paddock.model.ShortName;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

import java.util.List;
import java.util.function.UnaryOperator;

/** The name of a model, shortened to the room there is so that it can still be told from others. */
public final class ModelLabel extends Label {
    private final Text ruler = new Text();
    private List<String> names = List.of("");

    public ModelLabel() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setMinWidth(0);
    }

    public void setName(String name) {
        setName(name, UnaryOperator.identity());
    }

    /** Shortens the name alone, not the words that {@code phrase} puts around it. */
    public void setName(String name, UnaryOperator<String> phrase) {
        var all = ShortName.of(name).stream().map(phrase).toList();
        if (!names.equals(all)) {
            names = all;
            setText(getName());
        }
    }

    /** What the shortest form of the name takes, in pixels. */
    public double leastWidth() {
        return names.stream().mapToDouble(this::outerWidth).min().orElse(0);
    }

    /** In full, whatever is shown of it. */
    public String getName() {
        return names.getFirst();
    }

    @Override
    protected double computePrefWidth(double height) {
        return outerWidth(getName());
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        var fitting =
                names.stream()
                        .filter(name -> width(name) <= room)
                        .findFirst()
                        .orElseGet(names::getLast);
        if (!fitting.equals(getText())) {
            setText(fitting);
        }
        super.layoutChildren();
    }

    private double outerWidth(String text) {
        return snapSizeX(width(text)) + snappedLeftInset() + snappedRightInset();
    }

    private double width(String text) {
        ruler.setFont(getFont());
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }
}

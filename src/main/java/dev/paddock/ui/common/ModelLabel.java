package dev.paddock.ui.common;

import dev.paddock.model.ShortName;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

import java.util.List;

/** The name of a model, shortened to the room there is so that it can still be told from others. */
public final class ModelLabel extends Label {
    private final Text ruler = new Text();
    private List<String> names = List.of("");

    public ModelLabel() {
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setMinWidth(0);
    }

    public void setName(String name) {
        if (!names.getFirst().equals(name)) {
            names = ShortName.of(name);
            setText(name);
        }
    }

    /** In full, whatever is shown of it. */
    public String getName() {
        return names.getFirst();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(width(getName())) + snappedLeftInset() + snappedRightInset();
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

    private double width(String text) {
        ruler.setFont(getFont());
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }
}

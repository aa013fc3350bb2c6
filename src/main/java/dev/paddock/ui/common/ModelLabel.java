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
        setNames(ShortName.of(name).stream().map(phrase).toList());
    }

    /** Likewise beside the name of another model, from which it has to be told. */
    public void setName(String name, String other, UnaryOperator<String> phrase) {
        setNames(ShortName.of(name, other).stream().map(phrase).toList());
    }

    private void setNames(List<String> all) {
        if (!names.equals(all)) {
            names = all;
            setText(getName());
        }
    }

    /**
     * Divides {@code room} between two, so that as little as possible of either is cut away.
     *
     * @return whether there is room for both; if not, nothing is changed
     */
    public static boolean share(ModelLabel one, ModelLabel other, double room) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < one.names.size(); i++) {
            for (int j = 0; j < other.names.size(); j++) {
                double width = one.outerWidth(i) + other.outerWidth(j);
                // Of as many steps, an even division is the better one.
                int cut = i * i + j * j;
                if (width <= room && cut < least) {
                    least = cut;
                    one.setPrefWidth(one.outerWidth(i));
                    other.setPrefWidth(other.outerWidth(j));
                }
            }
        }
        return least < Integer.MAX_VALUE;
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

    private double outerWidth(int form) {
        return outerWidth(names.get(form));
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

package dev.paddock.ui.status;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/** A name, a figure and, where it is a share, a bar below them. */
final class Gauge extends VBox {
    private static final double STEPS = 200;

    private final Label name = new Label();
    private final Label figure = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    private Gauge() {
        getStyleClass().add("gauge");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        figure.getStyleClass().add("gauge-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(name, figure);
        line.getStyleClass().add("gauge-line");
        getChildren().setAll(line, bar);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Makes the gauges in {@code box} say {@code lines}, keeping those that are there. */
    static void fill(VBox box, List<Gauges.Line> lines) {
        var gauges = box.getChildren();
        while (gauges.size() > lines.size()) {
            gauges.removeLast();
        }
        while (gauges.size() < lines.size()) {
            gauges.add(new Gauge());
        }
        for (int i = 0; i < lines.size(); i++) {
            if (gauges.get(i) instanceof Gauge gauge) {
                gauge.show(lines.get(i));
            }
        }
    }

    private void show(Gauges.Line line) {
        name.setText(line.name());
        figure.setText(line.figure());
        double share = Math.clamp(line.share().orElse(0), 0, 1);
        // Less than its width can show would be drawn for nothing.
        bar.setProgress(Math.rint(share * STEPS) / STEPS);
        bar.setVisible(line.share().isPresent());
        bar.setManaged(line.share().isPresent());
        line.tone().applyTo(this);
        setAccessibleText(line.name() + ": " + line.figure());
    }
}

package dev.paddock.ui.common;

import dev.paddock.option.OptionChain;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;

import javafx.scene.Parent;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** How answers are made: a preset, and each option by itself. For the FX thread. */
public final class SamplingForm {
    private final PresetBar presets;
    private final OptionForm form;
    private final VBox node;

    /**
     * @param keep takes all of a person's own presets
     */
    public SamplingForm(Toolkit kit, OptionChange change, Consumer<List<Preset.Named>> keep) {
        presets = new PresetBar(kit, change, keep);
        form = new OptionForm(kit, SamplingOptions.CATALOGUE, change);
        node = new VBox(presets.node(), form.node());
        node.getStyleClass().add("sampling-form");
    }

    public Parent node() {
        return node;
    }

    /**
     * Shows the values in force.
     *
     * @param own a person's own presets
     * @param where the link of the chain that this form sets
     */
    public void show(List<Preset.Named> own, OptionChain values, Origin where) {
        presets.show(own, values, where);
        form.show(values, where);
    }

    /** As {@link OptionForm#settle}. */
    public boolean settle() {
        return form.settle();
    }

    /** As {@link OptionForm#focusWrong}. */
    public void focusWrong() {
        form.focusWrong();
    }

    /** As {@link OptionForm#finish}. */
    public void finish() {
        presets.finish();
        form.finish();
    }
}

package dev.paddock.ui.common;

import dev.paddock.option.Catalogue;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Origin;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import java.nio.file.Path;
import java.util.Optional;

/** Whether a form sets its options for every model or for the one in use. For the FX thread. */
public final class ModelScope {
    private final Catalogue catalogue;
    private final ToggleGroup scope = new ToggleGroup();
    private final Parent node;
    private Optional<Path> shown = Optional.empty();

    @FXML private ToggleButton allModels;
    @FXML private ToggleButton thisModel;

    /**
     * @param catalogue of the form
     * @param changed runs when another scope was chosen
     */
    public ModelScope(Toolkit kit, Catalogue catalogue, Runnable changed) {
        this.catalogue = catalogue;
        node = kit.views().load("model-scope", this);
        allModels.setToggleGroup(scope);
        thisModel.setToggleGroup(scope);
        Tooltips.put(allModels, kit.words().of("options.scope.all.tip"));
        Tooltips.put(thisModel, kit.words().of("options.scope.model.tip"));
        allModels.setSelected(true);
        scope.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null) {
                                // A second press on the chosen one leaves it chosen.
                                before.setSelected(true);
                            } else {
                                changed.run();
                            }
                        });
    }

    public Parent node() {
        return node;
    }

    /** The link of the chain that the form sets. */
    public Origin level() {
        return thisModel.isSelected() ? Origin.MODEL : Origin.APP;
    }

    /** The model in use where it has the scope, and otherwise none. */
    public Optional<Path> model() {
        return level() == Origin.MODEL ? shown : Optional.empty();
    }

    /**
     * Goes to the scope of a model that was not shown before, if it has values of its own.
     *
     * @param values in force for {@code model}
     */
    public void show(Optional<Path> model, OptionChain values) {
        thisModel.setDisable(model.isEmpty());
        if (!shown.equals(model)) {
            shown = model;
            boolean own = !values.of(Origin.MODEL).in(catalogue).isEmpty();
            scope.selectToggle(own ? thisModel : allModels);
        }
    }
}

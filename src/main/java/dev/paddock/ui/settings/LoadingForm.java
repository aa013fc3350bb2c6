package dev.paddock.ui.settings;

import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.Preferences;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

import java.util.Map;

/** When the chosen model is loaded. */
final class LoadingForm {
    private final Preferences preferences;
    private final Parent node;
    private final Map<When, RadioButton> choices;

    @FXML private RadioButton onChoice;
    @FXML private RadioButton onMessage;
    @FXML private RadioButton onStart;
    @FXML private CheckBox withApp;

    LoadingForm(Toolkit kit, Preferences preferences) {
        this.preferences = preferences;
        node = kit.views().load("loading-form", this);
        choices =
                Map.of(
                        When.ON_CHOICE, onChoice,
                        When.ON_MESSAGE, onMessage,
                        When.ON_START, onStart);
        var group = new ToggleGroup();
        choices.forEach(
                (when, button) -> {
                    button.setToggleGroup(group);
                    button.setOnAction(_ -> choose(when));
                });
        kit.watch(preferences.settings(), settings -> show(settings.loading()));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void edited() {
        boolean is = withApp.isSelected();
        preferences.change(settings -> settings.withLoading(loading -> loading.withApp(is)));
    }

    private void choose(When when) {
        preferences.change(settings -> settings.withLoading(loading -> loading.with(when)));
    }

    private void show(ModelLoading loading) {
        choices.get(loading.when()).setSelected(true);
        withApp.setSelected(loading.withApp());
    }
}

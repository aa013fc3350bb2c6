package dev.paddock.ui.settings;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.ui.common.OptionForm;
import dev.paddock.ui.common.SamplingForm;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What holds for every model and every conversation that has no values of its own. */
final class OptionDefaults {
    private final Preferences preferences;
    private final Parent node;
    private final OptionForm engine;
    private final SamplingForm sampling;

    @FXML private StackPane samplingPlace;
    @FXML private StackPane enginePlace;

    OptionDefaults(Toolkit kit, Preferences preferences) {
        this.preferences = preferences;
        node = kit.views().load("option-defaults", this);
        engine = new OptionForm(kit, EngineOptions.CATALOGUE, this::change);
        sampling =
                new SamplingForm(
                        kit,
                        this::change,
                        own ->
                                preferences.change(
                                        settings ->
                                                settings.withOptions(all -> all.withPresets(own))));
        enginePlace.getChildren().setAll(engine.node());
        samplingPlace.getChildren().setAll(sampling.node());
        kit.watch(preferences.settings(), this::show);
    }

    Parent node() {
        return node;
    }

    void settleThen(Runnable start) {
        engine.settleThen(() -> {}, start);
    }

    void finish() {
        engine.finish();
        sampling.finish();
    }

    private void change(Collection<? extends Option<?>> which, UnaryOperator<Options> how) {
        preferences.change(
                settings -> settings.withOptions(all -> all.change(Optional.empty(), which, how)));
    }

    private void show(Settings settings) {
        var chain = settings.options().chain(Optional.empty());
        engine.show(chain, Origin.APP);
        sampling.show(settings.options().presets(), chain, Origin.APP);
    }
}

package dev.paddock.ui.settings;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.SamplingOptions;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.ui.common.ModelScope;
import dev.paddock.ui.common.OptionForm;
import dev.paddock.ui.common.SamplingForm;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What holds for every model and every conversation that has no values of its own. */
final class OptionDefaults {
    private final Preferences preferences;
    private final Parent node;
    private final ModelScope scope;
    private final OptionForm engine;
    private final SamplingForm sampling;

    @FXML private StackPane scopePlace;
    @FXML private StackPane samplingPlace;
    @FXML private StackPane enginePlace;

    OptionDefaults(Toolkit kit, Preferences preferences) {
        this.preferences = preferences;
        node = kit.views().load("option-defaults", this);
        engine =
                new OptionForm(
                        kit,
                        EngineOptions.CATALOGUE,
                        (which, how) -> change(Optional.empty(), which, how));
        scope =
                new ModelScope(
                        kit, SamplingOptions.CATALOGUE, () -> show(preferences.settings().value()));
        sampling =
                new SamplingForm(
                        kit,
                        (which, how) -> change(scope.model(), which, how),
                        own ->
                                preferences.change(
                                        settings ->
                                                settings.withOptions(all -> all.withPresets(own))));
        enginePlace.getChildren().setAll(engine.node());
        scopePlace.getChildren().setAll(scope.node());
        samplingPlace.getChildren().setAll(sampling.node());
        kit.watch(preferences.settings(), this::show);
    }

    Parent node() {
        return node;
    }

    void settleThen(Collection<? extends Option<?>> replaced, Runnable start) {
        engine.settleThen(replaced, () -> {}, start);
    }

    void finish() {
        engine.finish();
        sampling.finish();
    }

    private void change(
            Optional<Path> model,
            Collection<? extends Option<?>> which,
            UnaryOperator<Options> how) {
        preferences.change(settings -> settings.withOptions(all -> all.change(model, which, how)));
    }

    private void show(Settings settings) {
        engine.show(settings.options().chain(Optional.empty()), Origin.APP);
        scope.show(settings.model(), settings.chain());
        sampling.show(settings.options().presets(), settings.chain(), scope.level());
    }
}

package dev.paddock.ui.engine;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelFile;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.InvalidValue;
import dev.paddock.option.LayerCount;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.WholeNumber;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Field;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Tips;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Figures;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The engine's settings; a right value is kept as soon as it is typed. */
public final class EnginePanel {
    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Observable<ModelChoice> model;
    private final Parent node;
    private Optional<Options> shown = Optional.empty();
    private boolean filling;

    @FXML private Node restartNotice;
    @FXML private Button restart;
    @FXML private Field portField;
    @FXML private Field contextField;
    @FXML private Field slotsField;
    @FXML private Field gpuField;
    @FXML private Field extraField;
    @FXML private TextField port;
    @FXML private TextField context;
    @FXML private TextField slots;
    @FXML private ComboBox<EngineForm.Gpu> gpu;
    @FXML private TextField layers;
    @FXML private TextField extra;
    @FXML private Label share;
    @FXML private StackPane sharingPlace;

    public EnginePanel(Toolkit kit, EngineViewModel engine, Observable<ModelChoice> model) {
        this.kit = kit;
        this.engine = engine;
        this.model = model;
        node = kit.views().load("engine-panel", this);
        sharingPlace.getChildren().setAll(new SharingPanel(kit, engine).node());
        fillGpuChoices();
        Tips.put(restart, kit.words().of("server.bar.restart.tip"), Shortcut.RESTART);
        for (var field : new TextField[] {port, context, slots, layers, extra}) {
            field.textProperty().subscribe(this::edited);
        }
        gpu.valueProperty().subscribe(this::edited);
        kit.watch(engine.settings(), this::show);
        kit.watch(engine.state(), _ -> showRestart());
        kit.watch(model, _ -> showShare());
    }

    public Parent node() {
        return node;
    }

    /** Puts the cursor into the first field. */
    public void focus() {
        port.requestFocus();
    }

    @FXML
    private void restart() {
        engine.restart();
    }

    @FXML
    private void reset() {
        engine.reset();
    }

    private void fillGpuChoices() {
        gpu.getItems().setAll(EngineForm.Gpu.values());
        gpu.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(EngineForm.Gpu choice) {
                        return choice == null ? "" : kit.words().of(choice.wordKey());
                    }

                    @Override
                    public EngineForm.Gpu fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
    }

    /** Leaves the fields alone when they already say so: a person may be typing in them. */
    private void show(Settings settings) {
        var form = EngineForm.of(settings.chain().inForce());
        var values = form.check().options();
        if (!shown.equals(values)) {
            shown = values;
            filling = true;
            port.setText(form.port());
            context.setText(form.contextSize());
            slots.setText(form.parallelSlots());
            gpu.setValue(form.gpu());
            layers.setText(form.layerCount());
            extra.setText(form.extraArguments());
            filling = false;
            showChecked(form.check());
        }
        boolean sharing = settings.sharing().on();
        portField.setHint(
                kit.words().of(sharing ? "server.panel.port.shared" : "server.panel.port.hint"));
        showRestart();
    }

    private void edited() {
        if (filling) {
            return;
        }
        var checked =
                new EngineForm(
                                port.getText(),
                                context.getText(),
                                slots.getText(),
                                gpu.getValue(),
                                layers.getText(),
                                extra.getText())
                        .check();
        showChecked(checked);
        if (checked.options().isPresent() && !checked.options().equals(shown)) {
            var before = shown;
            shown = checked.options();
            var now = shown.get();
            now.set().forEach(option -> keep(option, now, before));
        }
    }

    private <T> void keep(Option<T> option, Options now, Optional<Options> before) {
        var value = now.value(option);
        if (!before.flatMap(then -> then.get(option)).equals(Optional.of(value))) {
            engine.set(option, value);
        }
    }

    private void showChecked(EngineForm.Checked checked) {
        boolean some = gpu.getValue() == EngineForm.Gpu.SOME;
        layers.setVisible(some);
        layers.setManaged(some);
        var fields =
                Map.of(
                        EngineOptions.PORT, portField,
                        EngineOptions.CONTEXT_SIZE, contextField,
                        EngineOptions.PARALLEL_SLOTS, slotsField,
                        EngineOptions.GPU_LAYERS, gpuField,
                        EngineOptions.EXTRA_ARGUMENTS, extraField);
        fields.forEach(
                (option, view) ->
                        view.wrong(
                                Optional.ofNullable(checked.wrong().get(option)).map(this::rule)));
        showShare();
    }

    private String rule(InvalidValue wrong) {
        var words = kit.words();
        if (wrong.option().equals(EngineOptions.PORT)) {
            var range = (WholeNumber) EngineOptions.PORT.kind();
            return words.of(
                    "server.panel.port.rule",
                    Integer.toString(range.least()),
                    Integer.toString(range.most()));
        }
        return switch (wrong.option().kind()) {
            case WholeNumber(int least, int most, _) ->
                    words.of("server.panel.number.rule", Figures.count(least), Figures.count(most));
            case LayerCount _ ->
                    words.of(
                            "server.panel.number.rule",
                            Figures.count(1),
                            Figures.count(GpuLayers.MOST));
            default -> words.of("server.panel.extra.rule");
        };
    }

    private void showShare() {
        share.setText(
                shown.map(settings -> ContextShare.text(kit.words(), settings, trained()))
                        .orElse(""));
    }

    private OptionalInt trained() {
        return model.value() instanceof ModelChoice.Known(ModelFile file)
                ? file.trainedContext()
                : OptionalInt.empty();
    }

    private void showRestart() {
        boolean needed = engine.restartNeeded();
        restartNotice.setVisible(needed);
        restartNotice.setManaged(needed);
    }
}

package dev.paddock.ui.engine;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.ModelLoad;
import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelName;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.ModelLabel;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.StateChip;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;
import dev.paddock.ui.words.Words;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bar above the chat: the model, how the engine is, and the one button for it. */
public final class EngineBar {
    private static final PseudoClass START = PseudoClass.getPseudoClass("start");

    private static final double GAP = 8;

    /** Narrower than this, the name of the model needs the room of words that icons tell too. */
    private static final double TIGHT = 360;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Observable<ModelChoice> model;
    private final Runnable openPicker;
    private final Parent node;
    private final BooleanProperty timed = new SimpleBooleanProperty();
    private boolean warned;

    @FXML private Button modelButton;
    @FXML private FontIcon modelIcon;
    @FXML private ModelLabel modelName;
    @FXML private ModelLabel modelFacts;
    @FXML private MenuButton network;
    @FXML private StateChip chip;
    @FXML private Button restart;
    @FXML private Button action;
    @FXML private FontIcon actionIcon;

    public EngineBar(
            Toolkit kit,
            EngineViewModel engine,
            Observable<ModelChoice> model,
            Runnable openPicker) {
        this.kit = kit;
        this.engine = engine;
        this.model = model;
        this.openPicker = openPicker;
        node = kit.views().load("engine-bar", this);
        Tooltips.put(restart, kit.words().of("server.bar.restart.tip"), Shortcut.RESTART);
        new NetworkIndicator(kit, engine, network);
        kit.watch(engine.state(), _ -> refresh());
        kit.watch(engine.progress(), _ -> refresh());
        kit.watch(engine.settings(), _ -> refresh());
        kit.watch(engine.engine(), _ -> refresh());
        kit.watch(model, _ -> showModel());
        WhileShowing.eachSecond(node, timed, this::refresh);
        node.layoutBoundsProperty().subscribe(bounds -> fit(bounds.getWidth()));
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void openPicker() {
        openPicker.run();
    }

    @FXML
    private void act() {
        engine.act(view().action());
    }

    @FXML
    private void restart() {
        engine.restart();
    }

    private EngineView view() {
        return EngineView.of(
                engine.state().value(),
                ModelLoad.of(engine.progress().value(), model.value()),
                kit.clock().instant());
    }

    private void refresh() {
        var view = view();
        var words = kit.words();
        chip.show(
                words.of(
                        view.wordKey(),
                        view.time().map(kit.words().figures()::elapsed).orElse(""),
                        view.percent().orElse(0)),
                view.tone());
        boolean needed = engine.restartNeeded() && view.action() == EngineView.Action.STOP;
        restart.setVisible(needed);
        restart.setManaged(needed);
        showAction(view.action(), words);
        showModel();
        timed.set(view.time().isPresent());
    }

    private void showAction(EngineView.Action now, Words words) {
        switch (now) {
            case START -> showAction(words.of("server.bar.start"), Feather.PLAY, Shortcut.START);
            case CANCEL -> showAction(words.of("server.bar.cancel"), Feather.X, Shortcut.STOP);
            case STOP, WAIT ->
                    showAction(words.of("server.bar.stop"), Feather.SQUARE, Shortcut.STOP);
            case RESTART ->
                    showAction(words.of("server.bar.restart"), Feather.ROTATE_CW, Shortcut.RESTART);
        }
        action.setDisable(now == EngineView.Action.WAIT);
        action.pseudoClassStateChanged(START, now == EngineView.Action.START && engine.canStart());
    }

    private void showAction(String text, Feather icon, Shortcut shortcut) {
        if (!text.equals(action.getText())) {
            action.setText(text);
            actionIcon.setIconCode(icon);
            Tooltips.put(action, text, shortcut);
            action.setAccessibleText(text);
        }
    }

    /** Another one may be loaded than the one that is chosen: then both are named. */
    private void showModel() {
        var choice = model.value();
        var loaded = engine.state().value().running().map(EngineState.RunningEngine::plan);
        if (loaded.isPresent() && !loaded.map(LaunchPlan::model).equals(choice.chosen())) {
            var words = kit.words();
            showModel(
                    words.of("server.bar.model.loaded", loaded.get().modelName()),
                    choice.chosen()
                            .map(path -> words.of("server.bar.model.chosen", ModelName.of(path)))
                            .orElse(""),
                    Severity.WARNING);
        } else {
            showModel(choice);
        }
    }

    private void showModel(ModelChoice choice) {
        var words = kit.words();
        switch (choice) {
            case ModelChoice.None _ ->
                    showModel(words.of("server.bar.model.none"), "", Severity.NEUTRAL);
            case ModelChoice.Reading(var path) ->
                    showModel(ModelName.of(path), "", Severity.NEUTRAL);
            case ModelChoice.Unusable(var problem) ->
                    showModel(
                            ModelName.of(problem.path()),
                            words.of("server.bar.model.unusable"),
                            Severity.BAD);
            case ModelChoice.Known(var file) -> {
                List<String> facts = new ArrayList<>();
                file.quantization().filter(how -> !tells(file.name(), how)).ifPresent(facts::add);
                facts.add(kit.words().figures().bytes(file.fileBytes()));
                showModel(file.name(), String.join(" · ", facts), Severity.NEUTRAL);
            }
        }
    }

    private static boolean tells(String name, String quantization) {
        return name.toUpperCase(Locale.ROOT).contains(quantization.toUpperCase(Locale.ROOT));
    }

    private void fit(double width) {
        boolean tight = width > 0 && width < TIGHT;
        node.pseudoClassStateChanged(SMALL, tight);
        action.setContentDisplay(tight ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        modelIcon.setVisible(!tight);
        modelIcon.setManaged(!tight);
        showFacts();
    }

    /** The whole name needs the room first, but for a warning. */
    private void showFacts() {
        double wanted = node.prefWidth(-1);
        double facts = modelFacts.isManaged() ? 0 : modelFacts.prefWidth(-1) + GAP;
        boolean room =
                !modelFacts.getName().isEmpty()
                        && (warned || wanted + facts <= node.getLayoutBounds().getWidth());
        if (room != modelFacts.isManaged()) {
            modelFacts.setVisible(room);
            modelFacts.setManaged(room);
        }
    }

    private void showModel(String name, String facts, Severity tone) {
        modelName.setName(name);
        modelFacts.setName(facts);
        warned = tone != Severity.NEUTRAL;
        tone.applyTo(modelFacts);
        showFacts();
        var tip = kit.words().of("server.bar.model.tip");
        Tooltips.put(modelButton, name + "\n" + tip, Shortcut.OPEN_MODEL);
        modelButton.setAccessibleText(kit.words().of("server.bar.model.accessible", name, facts));
    }
}

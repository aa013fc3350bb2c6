package dev.paddock.ui.engine;

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
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bar above the chat: the model, how the engine is, and the one button for it. */
public final class EngineBar {
    private static final PseudoClass START = PseudoClass.getPseudoClass("start");

    /** Narrower than this, even an icon and a short name need smaller letters. */
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
                ModelLoad.of(engine.state().value(), engine.progress().value(), model.value()),
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

    /** Another one may be loaded, or restarted, than the one that is chosen: both are named. */
    private void showModel() {
        var choice = model.value();
        var state = engine.state().value();
        var plan = state.launchPlan();
        if (plan.isPresent() && !plan.map(LaunchPlan::model).equals(choice.chosen())) {
            var words = kit.words();
            boolean loaded = state.running().isPresent();
            var chosen = choice.chosen().map(ModelName::of).orElse("");
            modelName.setName(
                    plan.get().modelName(),
                    chosen,
                    name -> loaded ? words.of("server.bar.model.loaded", name) : name);
            modelFacts.setName(
                    chosen,
                    plan.get().modelName(),
                    name -> name.isEmpty() ? "" : words.of("server.bar.model.chosen", name));
            showTone(Severity.WARNING);
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

    /**
     * What is told twice makes room for the name of the model: facts first, then words of icons.
     */
    private void fit(double room) {
        if (room <= 0) {
            return;
        }
        node.pseudoClassStateChanged(SMALL, room < TIGHT);
        modelName.setPrefWidth(Region.USE_COMPUTED_SIZE);
        modelFacts.setPrefWidth(Region.USE_COMPUTED_SIZE);
        boolean told = !modelFacts.getName().isEmpty();
        showFacts(told);
        action.setContentDisplay(ContentDisplay.LEFT);
        restart.setContentDisplay(ContentDisplay.LEFT);
        network.setContentDisplay(ContentDisplay.LEFT);
        showIcon(true);
        List<Runnable> concessions =
                List.of(
                        () -> showFacts(told && warned),
                        () -> action.setContentDisplay(ContentDisplay.GRAPHIC_ONLY),
                        () -> showIcon(false),
                        () -> restart.setContentDisplay(ContentDisplay.GRAPHIC_ONLY),
                        () -> network.setContentDisplay(ContentDisplay.GRAPHIC_ONLY));
        for (var concession : concessions) {
            if (missing(room) <= 0) {
                return;
            }
            concession.run();
        }
        double names = modelName.prefWidth(-1) + modelFacts.prefWidth(-1) - missing(room);
        if (modelFacts.isManaged() && !ModelLabel.share(modelName, modelFacts, names)) {
            showFacts(false);
        }
    }

    private double missing(double room) {
        return node.prefWidth(-1) - room;
    }

    private void showIcon(boolean shown) {
        modelIcon.setVisible(shown);
        modelIcon.setManaged(shown);
    }

    /** Beside them the name is cut no shorter than it is still understood. */
    private void showFacts(boolean shown) {
        modelFacts.setVisible(shown);
        modelFacts.setManaged(shown);
        modelName.setMinWidth(shown ? modelName.leastWidth() : 0);
        modelFacts.setMinWidth(shown ? modelFacts.leastWidth() : 0);
    }

    private void showModel(String name, String facts, Severity tone) {
        modelName.setName(name);
        modelFacts.setName(facts);
        showTone(tone);
    }

    private void showTone(Severity tone) {
        warned = tone != Severity.NEUTRAL;
        tone.applyTo(modelFacts);
        showFacts(!modelFacts.getName().isEmpty());
        // What was hidden so far has no measures yet.
        node.applyCss();
        fit(node.getLayoutBounds().getWidth());
        var words = kit.words();
        var name = modelName.getName();
        var facts = modelFacts.getName();
        var told = warned ? name + "\n" + facts : name;
        Tooltips.put(
                modelButton, told + "\n" + words.of("server.bar.model.tip"), Shortcut.OPEN_MODEL);
        modelButton.setAccessibleText(words.of("server.bar.model.accessible", name, facts));
    }
}

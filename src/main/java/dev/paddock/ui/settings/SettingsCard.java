package dev.paddock.ui.settings;

import dev.paddock.engine.EngineLocation;
import dev.paddock.option.Option;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Appearance, the engine's place, the options for all, the data folder, and what this app is. */
public final class SettingsCard {
    private final Toolkit kit;
    private final Preferences preferences;
    private final SettingsHost host;
    private final DialogCard card;
    private final OptionDefaults options;
    private final EngineChoice choice;

    @FXML private ToggleButton system;
    @FXML private ToggleButton light;
    @FXML private ToggleButton dark;
    @FXML private StackPane languagePlace;
    @FXML private Label engineFound;
    @FXML private Label enginePath;
    @FXML private Label engineMissing;
    @FXML private Label engineRefused;
    @FXML private Button searchAgain;
    @FXML private CheckBox notifies;
    @FXML private StackPane optionsPlace;
    @FXML private StackPane loadingPlace;
    @FXML private StackPane carePlace;
    @FXML private Button openData;
    @FXML private Label dataFolder;
    @FXML private Label version;

    public SettingsCard(
            Toolkit kit,
            Preferences preferences,
            Observable<EngineLocation> engine,
            SettingsHost host) {
        this.kit = kit;
        this.preferences = preferences;
        this.host = host;
        Parent content = kit.views().load("settings", this);
        card = new DialogCard(kit.words(), kit.words().of("settings.title"), content, host.hide());
        choice = new EngineChoice(kit, preferences, engine, host.engines(), engineRefused);
        choices();
        var language = new LanguageForm(kit, preferences).node();
        languagePlace.getChildren().setAll(language);
        languagePlace.managedProperty().bind(language.managedProperty());
        options = new OptionDefaults(kit, preferences);
        optionsPlace.getChildren().setAll(options.node());
        card.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                options.finish();
                                choice.forget();
                            }
                        });
        loadingPlace.getChildren().setAll(new LoadingForm(kit, preferences).node());
        carePlace.getChildren().setAll(new HealthForm(kit, preferences).node());
        dataFolder.setText(host.dataFolder().toString());
        Tooltips.put(openData, kit.words().of("settings.data.open.tip"));
        version.setText(kit.words().of("settings.about.version", host.version()));
        kit.watch(engine, this::showEngine);
        kit.watch(preferences.settings(), this::show);
    }

    public Parent node() {
        return card;
    }

    /**
     * Runs {@code start}, now or soon, unless the card shows a wrong value.
     *
     * @param replaced get other values with it
     */
    public void settleThen(Collection<? extends Option<?>> replaced, Runnable start) {
        options.settleThen(replaced, start);
    }

    @FXML
    private void engineFile() {
        chooseEngine(card.getScene().getWindow());
    }

    @FXML
    private void engineFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(kit.words().of("settings.engine.folder.title"));
        useEngine(Optional.ofNullable(chooser.showDialog(card.getScene().getWindow())));
    }

    @FXML
    private void searchAgain() {
        choice.forget();
        preferences.change(settings -> settings.withEngine(Optional.empty()));
    }

    @FXML
    private void notifications() {
        boolean on = notifies.isSelected();
        preferences.change(settings -> settings.withNotifies(on));
    }

    @FXML
    private void openData() {
        host.open().accept(host.dataFolder().toUri().toString());
    }

    /** Asks for the engine's file, also without the card. */
    public void chooseEngine(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(kit.words().of("settings.engine.file.title"));
        useEngine(Optional.ofNullable(chooser.showOpenDialog(owner)));
    }

    private void useEngine(Optional<File> chosen) {
        chosen.map(File::toPath).ifPresent(this::useEngine);
    }

    /** Takes it if it is one, and says so if not. */
    public void useEngine(Path place) {
        choice.use(place);
    }

    private void choices() {
        var group = new ToggleGroup();
        Map.of(system, Appearance.SYSTEM, light, Appearance.LIGHT, dark, Appearance.DARK)
                .forEach(
                        (button, appearance) -> {
                            button.setToggleGroup(group);
                            button.setOnAction(_ -> choose(button, appearance));
                        });
    }

    /** A second press on the chosen one leaves it chosen. */
    private void choose(ToggleButton button, Appearance appearance) {
        button.setSelected(true);
        preferences.change(settings -> settings.withAppearance(appearance));
    }

    private void show(Settings settings) {
        switch (settings.appearance()) {
            case SYSTEM -> system.setSelected(true);
            case LIGHT -> light.setSelected(true);
            case DARK -> dark.setSelected(true);
        }
        searchAgain.setDisable(settings.engine().isEmpty());
        notifies.setSelected(settings.presentation().notifies());
    }

    private void showEngine(EngineLocation location) {
        boolean found = location instanceof EngineLocation.Found;
        show(engineFound, found);
        show(enginePath, found);
        show(engineMissing, location instanceof EngineLocation.NotFound);
        if (location instanceof EngineLocation.Found(var program, var origin)) {
            engineFound.setText(origin(origin));
            enginePath.setText(program.toString());
        }
    }

    private static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private String origin(EngineLocation.Origin origin) {
        var words = kit.words();
        return switch (origin) {
            case COMMAND_LINE -> words.of("settings.engine.commandLine");
            case SETTINGS -> words.of("settings.engine.settings");
            case BUNDLED -> words.of("settings.engine.bundled");
            case ENVIRONMENT -> words.of("settings.engine.environment");
            case SEARCH_PATH -> words.of("settings.engine.searchPath");
        };
    }
}

package dev.paddock.ui.models;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;
import dev.paddock.model.StarterModel;
import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.words.ModelProblemWords;
import dev.paddock.ui.words.Words;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The card that shows the chosen model and the way to another. */
public final class ModelPicker {
    private static final double MEBI = 1 << 20;

    private final Toolkit kit;
    private final ModelChooserViewModel chooser;
    private final StarterModel starter;
    private final ModelProblemWords texts;
    private final Consumer<Parent> show;
    private final Runnable hide;
    private final DialogCard card;
    private Optional<Path> asked = Optional.empty();

    @FXML private Node current;
    @FXML private Label name;
    @FXML private Label path;
    @FXML private GridPane facts;
    @FXML private Node problem;
    @FXML private Label problemTitle;
    @FXML private Label problemCause;
    @FXML private Node recentSection;
    @FXML private VBox recentPlace;
    @FXML private Button choose;
    @FXML private Button tryStarter;

    /**
     * @param show brings the card up; also asked for when a file dropped elsewhere is not taken
     * @param hide takes it away
     */
    public ModelPicker(
            Toolkit kit,
            ModelChooserViewModel chooser,
            StarterModel starter,
            Consumer<Parent> show,
            Runnable hide) {
        this.starter = starter;
        this.kit = kit;
        this.chooser = chooser;
        texts = new ModelProblemWords(kit.words());
        this.show = show;
        this.hide = hide;
        Parent content = kit.views().load("model-picker", this);
        card = new DialogCard(kit.words(), kit.words().of("models.title"), content, hide);
        card.setFoot((Region) kit.views().load("model-picker-foot", this));
        Tooltips.put(tryStarter, starterFacts(kit.words(), starter));
        var recent = new RecentList(kit, chooser, Integer.MAX_VALUE, this::choose);
        recentPlace.getChildren().setAll(recent);
        card.addEventFilter(KeyEvent.KEY_PRESSED, recent::walk);
        recent.filledProperty().subscribe(filled -> show(recentSection, filled));
        kit.watch(chooser.choice(), this::showChoice);
        kit.watch(chooser.refused(), this::showRefused);
    }

    public Parent node() {
        return card;
    }

    /** Brings the card up with a fresh look at the recent files. */
    public void open() {
        asked = Optional.empty();
        chooser.forgetRefusal();
        chooser.lookAtRecent();
        show.accept(card);
    }

    @FXML
    private void chooseFile() {
        ModelFileDialog.ask(
                        kit.words(), card.getScene().getWindow(), chooser.choice().value(), starter)
                .ifPresent(this::choose);
    }

    @FXML
    private void useStarter() {
        choose(starter.path());
    }

    /** What it is, for those who have not met it. */
    static String starterFacts(Words words, StarterModel starter) {
        return words.of("models.starter.facts", starter.bytes() / MEBI);
    }

    private void choose(Path wanted) {
        if (isKnown(chooser.choice().value(), wanted)) {
            hide.run();
            return;
        }
        asked = Optional.of(wanted);
        chooser.use(wanted);
    }

    private static boolean isKnown(ModelChoice choice, Path model) {
        return choice instanceof ModelChoice.Known(var file) && file.path().equals(model);
    }

    private void showChoice(ModelChoice choice) {
        show(current, choice instanceof ModelChoice.Known);
        show(tryStarter, !isKnown(choice, starter.path()));
        if (choice instanceof ModelChoice.Known(var file)) {
            showFile(file);
            if (asked.isPresent()) {
                asked = Optional.empty();
                hide.run();
            }
        }
        if (chooser.refused().value().isEmpty()) {
            showProblem(
                    choice instanceof ModelChoice.Unusable(var why)
                            ? Optional.of(why)
                            : Optional.empty());
        }
    }

    private void showFile(ModelFile file) {
        name.setText(file.name());
        path.setText(file.path().toString());
        facts.getChildren().clear();
        ModelFacts.all(kit.words(), file).forEach(this::add);
    }

    private void add(ModelFacts.Fact fact) {
        var title = new Label(fact.name());
        title.getStyleClass().add("fact-name");
        title.setMinWidth(Label.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), title, new Label(fact.value()));
    }

    private void showRefused(Optional<ModelProblem> refused) {
        showProblem(refused);
        if (refused.isPresent()) {
            asked = Optional.empty();
            chooser.lookAtRecent();
            show.accept(card);
        }
    }

    private void showProblem(Optional<ModelProblem> found) {
        show(problem, found.isPresent());
        found.map(texts::of)
                .ifPresent(
                        text -> {
                            problemTitle.setText(text.title());
                            problemCause.setText((text.cause() + " " + text.remedy()).strip());
                        });
    }

    private static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }
}

package dev.paddock.ui.models;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;
import dev.paddock.ui.common.DialogCard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.ModelProblemWords;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The card that shows the chosen model and the way to another. */
public final class ModelPicker {
    private final Toolkit kit;
    private final ModelChooserViewModel chooser;
    private final ModelProblemWords texts;
    private final Consumer<Parent> show;
    private final Runnable hide;
    private final DialogCard card;
    private Optional<Path> asked = Optional.empty();

    @FXML private Node current;
    @FXML private Label name;
    @FXML private Label path;
    @FXML private FlowPane facts;
    @FXML private Node problem;
    @FXML private Label problemTitle;
    @FXML private Label problemCause;
    @FXML private Node recentSection;
    @FXML private VBox recentPlace;
    @FXML private Button choose;

    /**
     * @param show brings the card up; also asked for when a file dropped elsewhere is not taken
     * @param hide takes it away
     */
    public ModelPicker(
            Toolkit kit, ModelChooserViewModel chooser, Consumer<Parent> show, Runnable hide) {
        this.kit = kit;
        this.chooser = chooser;
        texts = new ModelProblemWords(kit.words());
        this.show = show;
        this.hide = hide;
        Parent content = kit.views().load("model-picker", this);
        card = new DialogCard(kit.words(), kit.words().of("models.title"), content, hide);
        var recent = new RecentList(kit, chooser, Integer.MAX_VALUE, this::choose);
        recentPlace.getChildren().setAll(recent);
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
        ModelFileDialog.ask(kit.words(), card.getScene().getWindow(), chooser.choice().value())
                .ifPresent(this::choose);
    }

    private void choose(Path wanted) {
        if (chooser.choice().value() instanceof ModelChoice.Known(var file)
                && file.path().equals(wanted)) {
            hide.run();
            return;
        }
        asked = Optional.of(wanted);
        chooser.use(wanted);
    }

    private void showChoice(ModelChoice choice) {
        show(current, choice instanceof ModelChoice.Known);
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
        facts.getChildren()
                .setAll(ModelFacts.all(kit.words(), file).stream().map(ModelPicker::fact).toList());
    }

    private static Node fact(ModelFacts.Fact fact) {
        var title = new Label(fact.name());
        title.getStyleClass().add("fact-name");
        var value = new Label(fact.value());
        return new VBox(title, value);
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

package dev.paddock.ui.models;

import dev.paddock.model.StarterModel;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import java.util.Objects;

/** What the window shows while no model is chosen: the first step. */
public final class Welcome {
    private static final int MOST_RECENT = 3;

    private final Toolkit kit;
    private final ModelChooserViewModel chooser;
    private final StarterModel starter;
    private final Runnable start;
    private final Parent node;

    @FXML private ImageView picture;
    @FXML private Button choose;
    @FXML private Button tryStarter;
    @FXML private Label starterFacts;
    @FXML private Node recentSection;
    @FXML private VBox recentPlace;

    /**
     * @param start starts the engine with the chosen model; called on any thread
     */
    public Welcome(
            Toolkit kit, ModelChooserViewModel chooser, StarterModel starter, Runnable start) {
        this.kit = kit;
        this.chooser = chooser;
        this.starter = starter;
        this.start = start;
        node = kit.views().load("welcome", this);
        var source = Welcome.class.getResource("/dev/paddock/icons/paddock-128.png");
        picture.setImage(new Image(Objects.requireNonNull(source).toExternalForm(), true));
        Tooltips.put(choose, kit.words().of("models.choose.tip"), Shortcut.OPEN_MODEL);
        starterFacts.setText(ModelPicker.starterFacts(kit.words(), starter));
        kit.watch(chooser.refused(), _ -> tryStarter.setDisable(false));
        var recent = new RecentList(kit, chooser, MOST_RECENT, chooser::use);
        recentPlace.getChildren().setAll(recent);
        recentSection.visibleProperty().bind(recent.filledProperty());
        recentSection.managedProperty().bind(recent.filledProperty());
        WhileShowing.of(node).subscribe(this::look);
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void chooseFile() {
        ModelFileDialog.ask(
                        kit.words(), node.getScene().getWindow(), chooser.choice().value(), starter)
                .ifPresent(chooser::use);
    }

    @FXML
    private void tryStarter() {
        tryStarter.setDisable(true);
        chooser.use(starter.path(), start);
    }

    private void look(boolean shows) {
        if (shows) {
            chooser.lookAtRecent();
        }
    }
}

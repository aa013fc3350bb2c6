package dev.paddock.ui.shell;

import dev.paddock.ui.shell.ShellParts.Tab;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** The pane on the right; only the chosen tab is part of the window. */
final class Inspector extends VBox {
    private final List<Tab> tabs;
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane place = new StackPane();

    Inspector(List<Tab> tabs) {
        this.tabs = tabs;
        getStyleClass().add("inspector");
        var header = new HBox();
        header.getStyleClass().add("inspector-tabs");
        for (Tab tab : tabs) {
            var button = new ToggleButton(tab.title());
            button.getStyleClass().add("inspector-tab");
            button.setToggleGroup(group);
            button.setUserData(tab);
            button.setOnAction(_ -> choose(tab));
            header.getChildren().add(button);
        }
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().setAll(header, place);
        choose(tabs.getFirst());
    }

    /** Shows the tab at {@code index}, from 0. */
    void choose(int index) {
        choose(tabs.get(index));
    }

    private void choose(Tab tab) {
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == tab));
        place.getChildren().setAll(tab.content().get());
    }
}

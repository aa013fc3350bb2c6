package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A titled card with a close button, to be shown above the window's content. What has no room in
 * the window scrolls; the title and the foot stay.
 */
public final class DialogCard extends VBox {
    private final FittedScrollPane scrolling;

    public DialogCard(Words words, String title, Node content, Runnable onClose) {
        getStyleClass().add("dialog-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        var heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("icon-button");
        close.setOnAction(_ -> onClose.run());
        Tooltips.put(close, words.of("dialog.close"));
        var bar = new HBox(heading, close);
        bar.getStyleClass().add("dialog-bar");
        scrolling = new FittedScrollPane(content);
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        getChildren().setAll(bar, scrolling);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** For content in which nothing takes the focus. */
    public void scrollByKeys() {
        scrolling.setFocusTraversable(true);
        scrolling.setAccessibleText(getAccessibleText());
    }

    /** What stays in sight below the content. */
    public void setFoot(Region foot) {
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().add(foot);
    }
}

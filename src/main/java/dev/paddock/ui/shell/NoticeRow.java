package dev.paddock.ui.shell;

import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.common.WhileShowing;
import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One notice. One that leaves by itself does not while the pointer or the keyboard is at it, nor
 * before it was in sight of a person for as long as it takes to read it.
 */
final class NoticeRow extends HBox {
    private static final int FEW = 2;
    private static final double GAP = 8;

    private final Notice notice;
    private final Notices notices;
    private final Optional<PauseTransition> leaving;
    private final BooleanProperty inSight = new SimpleBooleanProperty();
    private final ObservableValue<Boolean> windowInUse =
            sceneProperty()
                    .flatMap(Scene::windowProperty)
                    .flatMap(Window::focusedProperty)
                    .flatMap(focused -> WhileShowing.of(this).map(shows -> shows && focused))
                    .orElse(false);

    NoticeRow(Notice notice, Notices notices, Words words) {
        this.notice = notice;
        this.notices = notices;
        getStyleClass().add("notice");
        notice.severity().applyTo(this);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(
                words.of(
                        "notice.accessible", words.of(severity(notice.severity())), notice.text()));
        var text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(new FontIcon(icon(notice.severity())));
        arrange(text, notice.actions().stream().map(this::button).toList());
        getChildren().add(dismissal(words));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        ContextMenus.on(this, _ -> menu(words));
        leaving = notice.leavesAfter().map(this::leaveAfter);
        leaving.ifPresent(_ -> attend());
    }

    Notice notice() {
        return notice;
    }

    /** Whether all of it can be read where it is in the list. */
    void inSight(boolean now) {
        inSight.set(now);
    }

    /** It has left the window. */
    void stop() {
        leaving.ifPresent(PauseTransition::stop);
    }

    /** More than two buttons would leave no room for the text beside them. */
    private void arrange(Label text, List<Button> buttons) {
        if (buttons.size() <= FEW) {
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().add(text);
            getChildren().addAll(buttons);
            return;
        }
        var row = new FlowPane(GAP, GAP);
        row.getChildren().addAll(buttons);
        var both = new VBox(GAP, text, row);
        HBox.setHgrow(both, Priority.ALWAYS);
        getChildren().add(both);
    }

    private Button button(Notice.Action action) {
        var button = new Button(action.name());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("notice-action");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleHelp(notice.text());
        button.setOnAction(_ -> notices.act(notice, action));
        return button;
    }

    private Button dismissal(Words words) {
        var dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll("icon-button", "small");
        dismiss.setAccessibleHelp(notice.text());
        dismiss.setOnAction(_ -> notices.dismiss(notice));
        Tooltips.put(dismiss, words.of("notice.dismiss"));
        return dismiss;
    }

    private List<MenuItem> menu(Words words) {
        var items = new ArrayList<MenuItem>();
        items.add(
                ContextMenus.item(
                        words.of("menu.copyText"), () -> SystemClipboard.put(notice.text())));
        for (var action : notice.actions()) {
            items.add(ContextMenus.item(action.name(), () -> notices.act(notice, action)));
        }
        items.add(ContextMenus.item(words.of("notice.dismiss"), () -> notices.dismiss(notice)));
        return items;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            notices.dismiss(notice);
            event.consume();
        }
    }

    private PauseTransition leaveAfter(java.time.Duration time) {
        var pause = new PauseTransition(Duration.millis(time.toMillis()));
        pause.setOnFinished(_ -> notices.dismiss(notice));
        return pause;
    }

    private void attend() {
        hoverProperty().subscribe(_ -> waitOrLeave());
        focusWithinProperty().subscribe(_ -> waitOrLeave());
        inSight.subscribe(_ -> waitOrLeave());
        windowInUse.subscribe(_ -> waitOrLeave());
    }

    private void waitOrLeave() {
        if (isHover() || isFocusWithin() || !inSight.get() || !windowInUse.getValue()) {
            stop();
        } else {
            leaving.ifPresent(PauseTransition::playFromStart);
        }
    }

    private static Feather icon(Severity severity) {
        return switch (severity) {
            case BAD -> Feather.ALERT_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case GOOD -> Feather.CHECK;
            case NEUTRAL, BUSY -> Feather.INFO;
        };
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case BAD -> "notice.bad";
            case WARNING -> "notice.warning";
            case GOOD, NEUTRAL, BUSY -> "notice.neutral";
        };
    }
}

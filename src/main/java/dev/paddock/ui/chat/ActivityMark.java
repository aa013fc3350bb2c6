package dev.paddock.ui.chat;

import dev.paddock.chat.Activity;
import dev.paddock.chat.MessageStatus;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What goes on in a conversation, or went on unseen: a shape for each, so that none needs its
 * colour.
 */
final class ActivityMark extends HBox {
    private final Label queued = new Label();
    private final Region answering = new Region();
    private final Region unread = new Region();
    private final FontIcon failed = new FontIcon(Feather.ALERT_TRIANGLE);

    ActivityMark() {
        queued.getStyleClass().add("queued-count");
        answering.getStyleClass().add("answering-dot");
        unread.getStyleClass().add("unread-dot");
        failed.getStyleClass().add("failed-mark");
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(5);
        setMinWidth(USE_PREF_SIZE);
    }

    void show(Activity now) {
        getChildren().clear();
        if (now.queued() > 0) {
            queued.setText("+" + now.queued());
            getChildren().add(queued);
        }
        if (now.answering()) {
            getChildren().add(answering);
        } else if (now.unseen().isPresent()) {
            getChildren().add(broke(now) ? failed : unread);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private static boolean broke(Activity now) {
        return now.unseen()
                .filter(how -> how == MessageStatus.FAILED || how == MessageStatus.INTERRUPTED)
                .isPresent();
    }

    /** The name of a conversation with what goes on in it. */
    static String name(Words words, String title, Activity now) {
        String name = title;
        if (now.answering()) {
            name = words.of("chat.list.answering", name);
        } else if (now.unseen().isPresent()) {
            name = words.of(broke(now) ? "chat.list.failed" : "chat.list.unread", name);
        }
        return now.queued() > 0 ? words.of("chat.list.queued", name, now.queued()) : name;
    }
}

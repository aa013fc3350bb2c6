package dev.paddock.ui.transcript;

import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/**
 * Says at the foot of the transcript where the link leads to that is pointed at or has the focus,
 * as it would be opened, or that it would not be.
 */
final class LinkAddress extends Label {
    private final Words words;
    private Optional<String> pointed = Optional.empty();
    private Optional<String> focused = Optional.empty();

    LinkAddress(Words words, Node transcript) {
        this.words = words;
        getStyleClass().add("link-address");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        transcript.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> point(RichText.linkAt(event.getTarget())));
        transcript.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
        transcript.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focus);
    }

    private void point(Optional<String> address) {
        if (!pointed.equals(address)) {
            pointed = address;
            show();
        }
    }

    private void focus(@Nullable Node owner) {
        focused = owner == null ? Optional.empty() : RichText.linkAt(owner);
        show();
    }

    private void show() {
        var address = pointed.or(() -> focused);
        setVisible(address.isPresent());
        setText(address.map(this::described).orElse(""));
    }

    private String described(String written) {
        return Links.openable(written)
                .map(URI::toString)
                .orElseGet(() -> words.of("chat.link.refused", written));
    }
}

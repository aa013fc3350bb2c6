package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Inline;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * One piece of text. It knows which address is behind it; one that may be opened makes it a link,
 * which can be pressed and reached by keyboard.
 */
final class TextRun extends Text {
    private final Consumer<String> links;
    private Optional<String> address = Optional.empty();
    private Optional<String> said = Optional.empty();
    private Optional<Tooltip> tip = Optional.empty();

    TextRun(Consumer<String> links) {
        this.links = links;
    }

    /** The address behind it, whether it may be opened or not. */
    Optional<String> address() {
        return address;
    }

    /** Out of sight, but not out of the scene: coming back costs no styling. */
    void hide() {
        setManaged(false);
        setVisible(false);
        tell(Optional.empty());
        link(Optional.empty());
        setText("");
    }

    /**
     * Shows a piece of text.
     *
     * @param fault what is wrong with it
     */
    void show(Inline run, Optional<String> fault) {
        setManaged(true);
        setVisible(true);
        if (!getText().equals(run.text())) {
            setText(run.text());
        }
        var classes = RunStyle.styleClasses(run);
        if (!getStyleClass().equals(classes)) {
            getStyleClass().setAll(classes);
        }
        link(run.link());
        tell(fault);
        setAccessibleText(run.text());
    }

    private void tell(Optional<String> next) {
        if (!said.equals(next)) {
            said = next;
            tip.ifPresent(old -> Tooltip.uninstall(this, old));
            tip = next.map(Tooltip::new);
            tip.ifPresent(now -> Tooltip.install(this, now));
            setAccessibleHelp(next.or(() -> address).orElse(""));
        }
    }

    /** What is told of it where the pointer rests on it. */
    Optional<String> said() {
        return said;
    }

    private void link(Optional<String> to) {
        if (address.equals(to)) {
            return;
        }
        address = to;
        var link = to.filter(it -> Links.openable(it).isPresent());
        setFocusTraversable(link.isPresent());
        setAccessibleRole(link.isPresent() ? AccessibleRole.HYPERLINK : AccessibleRole.TEXT);
        setAccessibleHelp(to.or(() -> said).orElse(""));
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        link.ifPresent(links);
                    }
                });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER && link.isPresent()) {
                        links.accept(link.get());
                        event.consume();
                    }
                });
    }
}

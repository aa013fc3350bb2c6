package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.maths.Typesetter;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The transcript with its way back to the newest text. For the FX thread. */
public final class TranscriptView extends Region {
    private static final double ABOVE_END = 14;

    private final Transcript transcript;
    private final RowsPane pane;
    private final SoughtPlace sought;
    private final CodeView code = new CodeView();
    private final Button jump = new Button();
    private final LinkAddress address;

    /**
     * @param background for what must not hold up the FX thread
     */
    public TranscriptView(
            Transcript transcript, Words words, RowActions actions, Executor background) {
        this.transcript = transcript;
        var blocks = new CodeBlocks(transcript.rows(), code, background);
        var formulas = new Typesetter(words, this::formulasTypeset);
        var cells = new Cells(words, actions, blocks, background, formulas);
        pane = new RowsPane(transcript.rows(), cells);
        code.onChange(pane::requestLayout);
        pane.setAccessibleText(words.of("chat.transcript"));
        var menu = new RowMenu(pane, transcript.rows(), words, actions, code);
        ContextMenus.on(pane, menu::items);
        sought = new SoughtPlace(pane, transcript.rows());
        transcript.onChange(pane::changed);
        pane.onChanged(this::goOnSeeking);
        transcript.onSwap(pane::swap);
        visibleProperty().subscribe(_ -> requestLayout());
        setMinSize(0, 0);
        jump.setText(words.of("chat.jump"));
        jump.setGraphic(new FontIcon(Feather.ARROW_DOWN));
        jump.getStyleClass().add("jump");
        jump.setId("jump");
        jump.setManaged(false);
        jump.visibleProperty().bind(pane.followingProperty().or(pane.endInSightProperty()).not());
        jump.setOnAction(
                _ -> {
                    pane.follow();
                    pane.requestFocus();
                });
        address = new LinkAddress(words, pane);
        address.visibleProperty().subscribe(_ -> requestLayout());
        address.textProperty().subscribe(_ -> requestLayout());
        getChildren().setAll(pane, jump, address);
    }

    private void formulasTypeset() {
        pane.formulasTypeset();
    }

    /** How code in it is shown. */
    public CodeView code() {
        return code;
    }

    /** Whether the newest text stays in sight. */
    public ReadOnlyBooleanProperty followingProperty() {
        return pane.followingProperty();
    }

    /** Goes to the newest text and stays there. */
    public void follow() {
        pane.follow();
    }

    /**
     * Shows a message, with the first of {@code words} that it has selected. Where it is not in the
     * transcript yet, as soon as it comes or something else is shown.
     */
    public void show(MessageId message, List<String> words) {
        sought.seek(message, words);
        requestLayout();
    }

    /** Takes {@link #show} back, if it has not been done yet. */
    public void showNothing() {
        sought.forget();
    }

    private void goOnSeeking() {
        if (sought.isPending()) {
            requestLayout();
        }
    }

    /** Brings the beginning of a message into sight, unless it is. */
    public void reveal(MessageId message) {
        transcript.firstRow(message).ifPresent(pane::reveal);
    }

    /** The message that has the focus, or something of it. */
    public Optional<MessageId> focusedMessage() {
        return pane.deck().focused();
    }

    /** What takes the focus and the keys that scroll. */
    public Node focusTarget() {
        return pane;
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        if (getWidth() > 0 && isVisible()) {
            sought.show();
        }
        double wide = Math.min(address.prefWidth(-1), getWidth());
        double high = address.prefHeight(-1);
        address.resizeRelocate(0, getHeight() - high, wide, high);
        double width = jump.prefWidth(-1);
        double height = jump.prefHeight(-1);
        jump.resizeRelocate(
                Math.floor((getWidth() - width) / 2),
                getHeight() - height - ABOVE_END,
                width,
                height);
    }
}

package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Direction;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextInputControl;

/** Text that is written stands where it will stand when it is read. */
public final class WritingDirection {
    private WritingDirection() {}

    /**
     * Lets {@code input} begin at the side from which the first strong letter of its text reads.
     */
    public static void follow(TextInputControl input) {
        input.textProperty()
                .subscribe(
                        text ->
                                input.setNodeOrientation(
                                        text != null && Direction.of(text).isRightToLeft()
                                                ? NodeOrientation.RIGHT_TO_LEFT
                                                : NodeOrientation.LEFT_TO_RIGHT));
    }
}

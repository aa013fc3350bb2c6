package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.transcript.TranscriptView;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;

import java.util.Optional;

/**
 * The keys for messages. Where a text field has a use of its own for one, that comes first; but in
 * an empty composer there is no line to go up to.
 */
final class MessageKeys {
    private final TranscriptView transcript;
    private final BranchesViewModel branches;
    private final EditorsViewModel editors;

    MessageKeys(TranscriptView transcript, BranchesViewModel branches, EditorsViewModel editors) {
        this.transcript = transcript;
        this.branches = branches;
        this.editors = editors;
    }

    void listenTo(Node pane, TextArea composer) {
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        composer.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (Shortcut.RECALL.keys().match(event) && composer.getLength() == 0) {
                        show(editors.editLast());
                        event.consume();
                    }
                });
    }

    private void pressed(KeyEvent event) {
        boolean older = Shortcut.OLDER.keys().match(event);
        if (older || Shortcut.NEWER.keys().match(event)) {
            branches.showSibling(transcript.focusedMessage(), older ? -1 : 1);
            event.consume();
        } else if (Shortcut.EDIT.keys().match(event)) {
            show(transcript.focusedMessage().map(editors::edit).orElseGet(editors::editLast));
            event.consume();
        }
    }

    private void show(Optional<MessageId> edited) {
        edited.ifPresent(transcript::reveal);
    }
}

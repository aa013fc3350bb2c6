package dev.paddock.ui.transcript;

import dev.paddock.chat.Message;
import dev.paddock.chat.Role;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person makes of a message, in its place. Each is itself alone. */
public final class MessageDraft {
    private final Message message;
    private final StringProperty text;
    private boolean fresh = true;

    /**
     * @param text to begin with
     */
    public MessageDraft(Message message, String text) {
        this.message = message;
        this.text = new SimpleStringProperty(text);
    }

    public Message message() {
        return message;
    }

    /** Whether a person wrote it, so that it can be asked. */
    public boolean own() {
        return message.role() == Role.USER;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** What is to be kept: without the blanks around it. */
    public String text() {
        return text.get().strip();
    }

    /** Whether it is the message as it was. */
    public boolean isUnchanged() {
        return text().equals(message.content().strip());
    }

    /** Whether it is shown for the first time, and so is to have the focus. */
    boolean takeFocus() {
        boolean first = fresh;
        fresh = false;
        return first;
    }
}

package dev.paddock.ui.chat;

/** What has to be there or be done before a message can start the engine. */
public enum BeforeStart {
    /** Sending starts it. */
    NOTHING,
    /** No llama-server was found. */
    FIND_ENGINE,
    /** None is chosen. */
    CHOOSE_MODEL,
    /** The one that is chosen cannot be used. */
    CHOOSE_OTHER_MODEL,
    /** A person starts it; the settings want it so. */
    PRESS_START
}

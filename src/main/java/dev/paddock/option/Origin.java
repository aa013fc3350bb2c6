package dev.paddock.option;

/** Who set a value, the strongest first. */
public enum Origin {
    COMMAND_LINE,
    CONVERSATION,
    MODEL,
    /** The model comes with it; nobody has set it. */
    MODEL_DEFAULT,
    APP,
    DEFAULT
}

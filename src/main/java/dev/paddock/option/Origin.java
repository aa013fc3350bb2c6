package dev.paddock.option;

/** Who set a value, the strongest first. */
public enum Origin {
    COMMAND_LINE,
    CONVERSATION,
    MODEL,
    APP,
    DEFAULT
}

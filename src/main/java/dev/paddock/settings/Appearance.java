package dev.paddock.settings;

/** Light, dark, or what the system says. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}

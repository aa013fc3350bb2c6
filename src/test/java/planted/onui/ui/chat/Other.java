package planted.onui.ui.chat;

/** Stands for a view. */
public record Other() {}

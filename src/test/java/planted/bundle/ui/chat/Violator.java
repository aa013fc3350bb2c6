package planted.bundle.ui.chat;

import java.util.ResourceBundle;

/** Has words of its own. */
public record Violator(ResourceBundle it) {}

package planted.shared.transcript.ui.chat;

/** Stands for another room. */
public record Other() {}

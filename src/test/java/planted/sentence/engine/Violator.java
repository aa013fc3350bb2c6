package planted.sentence.engine;

/** Brings a sentence from below. */
public record Violator(int port, String detail) implements Failure {}

package planted.sentence.engine;

import java.util.List;

/** As it should be. */
public record Quotation(int status, String engineSays, List<String> lastLines) implements Failure {}

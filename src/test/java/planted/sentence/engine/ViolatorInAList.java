package planted.sentence.engine;

import java.util.List;

/** Brings several. */
public record ViolatorInAList(List<String> reasons) implements Failure {}

package planted.sentence.engine;

/** Some failures. */
public sealed interface Failure permits Violator, ViolatorInAList, Quotation {}

package dev.paddock.desktop;

/** Why the system did not open an address. */
public sealed interface OpenFailure {
    /** There is nothing that opens addresses. */
    record NoProgram() implements OpenFailure {}

    /**
     * What opens addresses did not open this one; most often no program is registered for it.
     *
     * @param program the first that was tried
     * @param status its exit status
     */
    record Refused(String program, int status) implements OpenFailure {}

    /** It could not even be run. */
    record NotRun(String program) implements OpenFailure {}
}

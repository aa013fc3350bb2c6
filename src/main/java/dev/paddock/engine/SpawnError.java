package dev.paddock.engine;

/** Why the operating system starts no process, as far as its error number tells. */
public enum SpawnError {
    NOT_FOUND,
    NO_PERMISSION,
    /** It is no program of this system. */
    WRONG_FORMAT,
    /** The arguments are longer than the system takes. */
    ARGUMENTS_TOO_LONG,
    NO_MEMORY,
    /** This account runs, or the system has, as many processes or open files as it may. */
    TOO_MANY_PROCESSES,
    /** Somebody is writing to the program's file. */
    IN_USE,
    OTHER
}

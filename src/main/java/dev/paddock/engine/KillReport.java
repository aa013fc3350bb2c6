package dev.paddock.engine;

import java.util.OptionalLong;

/**
 * What this computer tells of an engine that was ended by force.
 *
 * @param freeBytes of the computer's memory once it had ended; empty where the system does not say
 */
public record KillReport(Memory memory, OptionalLong freeBytes) {
    public static final KillReport NONE = new KillReport(Memory.UNKNOWN, OptionalLong.empty());

    /** Whether memory had run out, by the system's own count of those it ended for that. */
    public enum Memory {
        /** It ended one of our processes, and we have no other that large. */
        RAN_OUT,
        /** It ended a process of this computer; whose is not told. */
        RAN_OUT_SOMEWHERE,
        /** It ended none. */
        DID_NOT_RUN_OUT,
        UNKNOWN
    }

    public boolean outOfMemory() {
        return memory == Memory.RAN_OUT || memory == Memory.RAN_OUT_SOMEWHERE;
    }
}

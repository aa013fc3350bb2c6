package dev.paddock.engine.check;

import dev.paddock.engine.KillReport.Memory;

import java.util.OptionalLong;

/** Port: how many processes the system has ended up to now because memory ran out. */
@FunctionalInterface
public interface OutOfMemoryKills {
    OutOfMemoryKills UNTOLD = () -> Count.UNTOLD;

    /** Reads a few small files at most. */
    Count count();

    /**
     * Each empty where the system does not say.
     *
     * @param ours in the group of processes that this app and its engine are in
     * @param all of the whole computer
     */
    record Count(OptionalLong ours, OptionalLong all) {
        static final Count UNTOLD = new Count(OptionalLong.empty(), OptionalLong.empty());

        /** What this count says of the time since an earlier one. */
        Memory since(Count earlier) {
            if (ours.isPresent() && earlier.ours.isPresent()) {
                return ours.getAsLong() > earlier.ours.getAsLong()
                        ? Memory.RAN_OUT
                        : Memory.DID_NOT_RUN_OUT;
            }
            if (all.isPresent() && earlier.all.isPresent()) {
                return all.getAsLong() > earlier.all.getAsLong()
                        ? Memory.RAN_OUT_SOMEWHERE
                        : Memory.DID_NOT_RUN_OUT;
            }
            return Memory.UNKNOWN;
        }
    }
}

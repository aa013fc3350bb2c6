package dev.paddock.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The processor time of this process; what the JDK tells moves in steps of 10 ms. For Linux. */
final class CpuClock {
    private static final int PROCESS_CPUTIME = 2;
    private static final long NANOS = 1_000_000_000;

    private final MethodHandle clock = clock();
    private final MemorySegment time = Arena.ofAuto().allocate(2 * JAVA_LONG.byteSize());

    @SuppressWarnings("restricted")
    private static MethodHandle clock() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }

    /** In nanoseconds; for one thread at a time. */
    long nanos() {
        try {
            if ((int) clock.invokeExact(PROCESS_CPUTIME, time) != 0) {
                throw new IllegalStateException("no such clock");
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        return time.getAtIndex(JAVA_LONG, 0) * NANOS + time.getAtIndex(JAVA_LONG, 1);
    }
}

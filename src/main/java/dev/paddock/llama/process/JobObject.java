package dev.paddock.llama.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Windows ends the engine with this app: both are in a job whose only handle this process holds,
 * and the system ends what is in the job when that handle is closed, however this process ends. A
 * browser opened from the window is not ours to end, so only children begun by {@link #start} stay
 * in the job. Not tried on Windows yet: only the layouts are tested.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/procthread/job-objects">Job objects</a>
 */
final class JobObject {
    private static final Logger LOG = LoggerFactory.getLogger(JobObject.class);
    private static final int EXTENDED_LIMIT_INFORMATION = 9;
    private static final int SILENT_BREAKAWAY_OK = 0x1000;
    private static final int KILL_ON_JOB_CLOSE = 0x2000;

    /** JOBOBJECT_BASIC_LIMIT_INFORMATION of 64-bit Windows. */
    private static final MemoryLayout BASIC =
            MemoryLayout.structLayout(
                    JAVA_LONG.withName("PerProcessUserTimeLimit"),
                    JAVA_LONG.withName("PerJobUserTimeLimit"),
                    JAVA_INT.withName("LimitFlags"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("MinimumWorkingSetSize"),
                    JAVA_LONG.withName("MaximumWorkingSetSize"),
                    JAVA_INT.withName("ActiveProcessLimit"),
                    MemoryLayout.paddingLayout(4),
                    JAVA_LONG.withName("Affinity"),
                    JAVA_INT.withName("PriorityClass"),
                    JAVA_INT.withName("SchedulingClass"));

    /** JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64-bit Windows. */
    static final MemoryLayout EXTENDED =
            MemoryLayout.structLayout(
                    BASIC.withName("BasicLimitInformation"),
                    MemoryLayout.sequenceLayout(6, JAVA_LONG).withName("IoInfo"),
                    JAVA_LONG.withName("ProcessMemoryLimit"),
                    JAVA_LONG.withName("JobMemoryLimit"),
                    JAVA_LONG.withName("PeakProcessMemoryUsed"),
                    JAVA_LONG.withName("PeakJobMemoryUsed"));

    static final long LIMIT_FLAGS =
            EXTENDED.byteOffset(
                    PathElement.groupElement("BasicLimitInformation"),
                    PathElement.groupElement("LimitFlags"));

    private final Kernel kernel;
    private final MemorySegment job;

    private JobObject(Kernel kernel, MemorySegment job) {
        this.kernel = kernel;
        this.job = job;
    }

    /** Puts this process into a new job; empty, with a line in the log, where that cannot be. */
    static Optional<JobObject> enter() {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return Optional.empty();
        }
        try {
            var kernel = new Kernel();
            var entered = new JobObject(kernel, kernel.createJob());
            entered.keep(false);
            kernel.assign(entered.job);
            return Optional.of(entered);
        } catch (IOException | RuntimeException | LinkageError refused) {
            LOG.warn("no job object: an engine may outlive this app", refused);
            return Optional.empty();
        }
    }

    /** Starts a process that stays in the job. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        keep(true);
        try {
            return builder.start();
        } finally {
            keep(false);
        }
    }

    /** Whether what this process starts from now on stays in the job. */
    private void keep(boolean children) throws IOException {
        int flags = children ? KILL_ON_JOB_CLOSE : KILL_ON_JOB_CLOSE | SILENT_BREAKAWAY_OK;
        try (var arena = Arena.ofConfined()) {
            var limits = arena.allocate(EXTENDED);
            limits.set(JAVA_INT, LIMIT_FLAGS, flags);
            kernel.limit(job, limits);
        }
    }

    /** The four functions of kernel32 this needs. */
    @SuppressWarnings("restricted")
    private static final class Kernel {
        private final SymbolLookup library = SymbolLookup.libraryLookup("kernel32", Arena.global());
        private final MethodHandle create =
                find("CreateJobObjectW", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        private final MethodHandle inform =
                find(
                        "SetInformationJobObject",
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
        private final MethodHandle assign =
                find("AssignProcessToJobObject", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        private final MethodHandle current =
                find("GetCurrentProcess", FunctionDescriptor.of(ADDRESS));

        private MethodHandle find(String name, FunctionDescriptor type) {
            return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
        }

        MemorySegment createJob() throws IOException {
            var job = (MemorySegment) call(create, MemorySegment.NULL, MemorySegment.NULL);
            if (job.equals(MemorySegment.NULL)) {
                throw new IOException("CreateJobObject");
            }
            return job;
        }

        void limit(MemorySegment job, MemorySegment limits) throws IOException {
            int size = (int) limits.byteSize();
            succeed(
                    "SetInformationJobObject",
                    call(inform, job, EXTENDED_LIMIT_INFORMATION, limits, size));
        }

        void assign(MemorySegment job) throws IOException {
            succeed("AssignProcessToJobObject", call(assign, job, call(current)));
        }

        private static void succeed(String name, Object answer) throws IOException {
            if (answer.equals(0)) {
                throw new IOException(name);
            }
        }

        private static Object call(MethodHandle function, Object... arguments) {
            try {
                return function.invokeWithArguments(arguments);
            } catch (RuntimeException | Error failed) {
                throw failed;
            } catch (Throwable undeclared) {
                throw new IllegalStateException(undeclared);
            }
        }
    }
}

package dev.paddock.engine;

import java.util.Map;
import java.util.Optional;

/** What Windows means by the exit codes it gives a program it had to end. Source: ntstatus.h. */
public final class NtStatus {
    public static final int IN_PAGE_ERROR = 0xC0000006;
    public static final int NO_MEMORY = 0xC0000017;
    public static final int ILLEGAL_INSTRUCTION = 0xC000001D;
    public static final int ACCESS_DENIED = 0xC0000022;
    public static final int INVALID_IMAGE_FORMAT = 0xC000007B;
    public static final int COMMITMENT_LIMIT = 0xC000012D;
    public static final int DLL_NOT_FOUND = 0xC0000135;
    public static final int ENTRYPOINT_NOT_FOUND = 0xC0000139;
    public static final int CONTROL_C_EXIT = 0xC000013A;
    public static final int DLL_INIT_FAILED = 0xC0000142;

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(IN_PAGE_ERROR, "STATUS_IN_PAGE_ERROR"),
                    Map.entry(NO_MEMORY, "STATUS_NO_MEMORY"),
                    Map.entry(ILLEGAL_INSTRUCTION, "STATUS_ILLEGAL_INSTRUCTION"),
                    Map.entry(ACCESS_DENIED, "STATUS_ACCESS_DENIED"),
                    Map.entry(INVALID_IMAGE_FORMAT, "STATUS_INVALID_IMAGE_FORMAT"),
                    Map.entry(COMMITMENT_LIMIT, "STATUS_COMMITMENT_LIMIT"),
                    Map.entry(DLL_NOT_FOUND, "STATUS_DLL_NOT_FOUND"),
                    Map.entry(ENTRYPOINT_NOT_FOUND, "STATUS_ENTRYPOINT_NOT_FOUND"),
                    Map.entry(CONTROL_C_EXIT, "STATUS_CONTROL_C_EXIT"),
                    Map.entry(DLL_INIT_FAILED, "STATUS_DLL_INIT_FAILED"),
                    Map.entry(0xC0000005, "STATUS_ACCESS_VIOLATION"),
                    Map.entry(0xC0000094, "STATUS_INTEGER_DIVIDE_BY_ZERO"),
                    Map.entry(0xC00000FD, "STATUS_STACK_OVERFLOW"),
                    Map.entry(0xC0000374, "STATUS_HEAP_CORRUPTION"),
                    Map.entry(0xC0000409, "STATUS_STACK_BUFFER_OVERRUN"),
                    Map.entry(0xC0000420, "STATUS_ASSERTION_FAILURE"),
                    Map.entry(0xE06D7363, "C++ EXCEPTION"));

    private NtStatus() {}

    public static Optional<String> name(int exitCode) {
        return Optional.ofNullable(NAMES.get(exitCode));
    }
}

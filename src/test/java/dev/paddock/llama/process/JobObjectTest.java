package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.lang.foreign.MemoryLayout.PathElement;
import java.util.Optional;

/** The numbers are those of winnt.h compiled for 64 bits. */
class JobObjectTest {
    private static long offset(String member) {
        return JobObject.EXTENDED.byteOffset(PathElement.groupElement(member));
    }

    @Test
    void theLimitsLieWhereWindowsLooksForThem() {
        assertEquals(144, JobObject.EXTENDED.byteSize());
        assertEquals(16, JobObject.LIMIT_FLAGS);
        assertEquals(64, offset("IoInfo"));
        assertEquals(112, offset("ProcessMemoryLimit"));
        assertEquals(136, offset("PeakJobMemoryUsed"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void elsewhereThereIsNone() {
        assertEquals(Optional.empty(), JobObject.enter());
    }
}

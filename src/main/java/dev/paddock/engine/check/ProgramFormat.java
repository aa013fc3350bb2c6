package dev.paddock.engine.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises programs by their first bytes. Needed because Java hands a file the system cannot run
 * to the shell, which then fails in puzzling ways, or, with an empty file, does not fail at all.
 */
public final class ProgramFormat {
    private static final int HEAD = 4096;
    private static final int ELF = 0x7f454c46;
    private static final int MACH_64 = 0xcffaedfe;
    private static final int MACH_FAT = 0xcafebabe;
    private static final int PE_OFFSET_AT = 0x3c;
    private static final int ELF_BIG_ENDIAN = 2;
    private static final int ELF_ORDER_AT = 5;
    private static final int ELF_MACHINE_AT = 18;

    private static final Set<Integer> ELF_X86 = Set.of(0x03, 0x3e);
    private static final Set<Integer> ELF_ARM = Set.of(0x28, 0xb7);
    private static final Set<Integer> PE_X86 = Set.of(0x14c, 0x8664);
    private static final Set<Integer> PE_ON_ARM = Set.of(0x14c, 0x8664, 0x1c4, 0xaa64);
    private static final int MACH_X86 = 0x01000007;
    private static final int MACH_ARM = 0x0100000c;

    private ProgramFormat() {}

    /** Whether this system and processor can run {@code file}; unknown processors are trusted. */
    public static boolean runsHere(Path file) throws IOException {
        return runs(head(file), System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** The same for any system, by Java's names of it. */
    static boolean runs(ByteBuffer head, String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        boolean x86 = processor.equals("amd64") || processor.equals("x86_64");
        boolean arm = processor.equals("aarch64");
        if (head.remaining() < 2) {
            return false;
        }
        if (os.startsWith("windows")) {
            return windowsRuns(head, x86, arm);
        }
        if (head.get(0) == '#' && head.get(1) == '!') {
            return true;
        }
        if (head.remaining() < 64) {
            return false;
        }
        int magic = head.order(ByteOrder.BIG_ENDIAN).getInt(0);
        if (os.startsWith("mac")) {
            return magic == MACH_FAT || magic == MACH_64 && macRuns(head, x86, arm);
        }
        return magic == ELF && elfRuns(head, x86, arm);
    }

    private static boolean elfRuns(ByteBuffer head, boolean x86, boolean arm) {
        boolean big = head.get(ELF_ORDER_AT) == ELF_BIG_ENDIAN;
        head.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int machine = Short.toUnsignedInt(head.getShort(ELF_MACHINE_AT));
        return x86 ? ELF_X86.contains(machine) : !arm || ELF_ARM.contains(machine);
    }

    private static boolean macRuns(ByteBuffer head, boolean x86, boolean arm) {
        int processor = head.order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        boolean translated = arm && processor == MACH_X86;
        return translated || processor == (x86 ? MACH_X86 : MACH_ARM);
    }

    private static boolean windowsRuns(ByteBuffer head, boolean x86, boolean arm) {
        if (head.get(0) != 'M' || head.get(1) != 'Z' || head.remaining() < PE_OFFSET_AT + 4) {
            return false;
        }
        head.order(ByteOrder.LITTLE_ENDIAN);
        int at = head.getInt(PE_OFFSET_AT);
        if (at < 0 || at > head.remaining() - 6 || head.getInt(at) != 0x4550) {
            return false;
        }
        int machine = Short.toUnsignedInt(head.getShort(at + 4));
        return x86 ? PE_X86.contains(machine) : !arm || PE_ON_ARM.contains(machine);
    }

    private static ByteBuffer head(Path file) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        try (var channel = FileChannel.open(file)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {}
        }
        return head.flip();
    }
}

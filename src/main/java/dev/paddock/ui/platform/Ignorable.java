package dev.paddock.ui.platform;

/** Characters that draw nothing ("default ignorable" in Unicode's words), as joiners and tags. */
final class Ignorable {
    static final int SOFT_HYPHEN = 0xAD;

    /** First and last of each range, in rising order. */
    private static final int[] RANGES = {
        SOFT_HYPHEN,
        SOFT_HYPHEN,
        0x34F,
        0x34F,
        0x61C,
        0x61C,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180F,
        0x200B,
        0x200F,
        0x202A,
        0x202E,
        0x2060,
        0x206F,
        0x3164,
        0x3164,
        0xFE00,
        0xFE0F,
        0xFEFF,
        0xFEFF,
        0xFFA0,
        0xFFA0,
        0xFFF0,
        0xFFF8,
        0x1BCA0,
        0x1BCA3,
        0x1D173,
        0x1D17A,
        0xE0000,
        0xE0FFF
    };

    private Ignorable() {}

    static boolean is(int point) {
        if (point < SOFT_HYPHEN) {
            return false;
        }
        for (int i = 0; i < RANGES.length && point >= RANGES[i]; i += 2) {
            if (point <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }
}

package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Whether the work of reading a text grows as the text does. Bytes allocated stand for work: unlike
 * the time it takes they are the same on a busy machine.
 */
final class Linear {
    private static final int LONGER = 3;

    /** Half way between the work that grows with the length and that with its square. */
    private static final int MOST = LONGER * (1 + LONGER) / 2;

    private Linear() {}

    /**
     * @param texts of a length that grows with the number they are made for
     */
    static void assertRead(int size, IntFunction<List<String>> texts, Consumer<String> reader) {
        var small = texts.apply(size);
        var large = texts.apply(LONGER * size);
        for (int i = 0; i < small.size(); i++) {
            // What is loaded and kept once is no part of it.
            reader.accept(small.get(i));
            long few = allocated(reader, small.get(i));
            long many = allocated(reader, large.get(i));
            String start = small.get(i).substring(0, Math.min(20, small.get(i).length()));
            assertTrue(many <= MOST * few, () -> start + ": " + few + ", then " + many + " bytes");
        }
    }

    private static long allocated(Consumer<String> reader, String text) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        reader.accept(text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}

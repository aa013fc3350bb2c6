package dev.paddock.engine.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * The newest lines as the bytes they came in, on a bounded number of pages; the oldest page is
 * written over when all are full. Adding a line copies its bytes and does nothing else. Not safe
 * for several threads.
 */
final class LogRing {
    static final int PAGE_BYTES = 64 * 1024;

    /** So that short lines do not need more memory for their ends than for themselves. */
    private static final int PAGE_LINES = 2048;

    private static final int FEWEST_PAGES = 2;

    private final int mostPages;
    private final ArrayDeque<Page> pages = new ArrayDeque<>();
    private long newest;

    /** Lines that lie one behind the other; the ends are exclusive. */
    record Extract(long first, byte[] bytes, int[] ends) {}

    private static final class Page {
        private final byte[] bytes = new byte[PAGE_BYTES];
        private final int[] ends = new int[PAGE_LINES];
        private long first;
        private int lines;

        private int used() {
            return lines == 0 ? 0 : ends[lines - 1];
        }

        private long last() {
            return first + lines - 1;
        }

        private boolean holds(int length) {
            return lines < PAGE_LINES && length <= PAGE_BYTES - used();
        }

        /** A copy of the lines from {@code low} to {@code high}, both of which lie on it. */
        private Extract extract(long low, long high) {
            int from = (int) (low - first);
            int to = (int) (high - first) + 1;
            int start = from == 0 ? 0 : ends[from - 1];
            int[] cut = Arrays.copyOfRange(ends, from, to);
            for (int i = 0; i < cut.length; i++) {
                cut[i] -= start;
            }
            return new Extract(low, Arrays.copyOfRange(bytes, start, ends[to - 1]), cut);
        }
    }

    /**
     * @param mostBytes of heap for all pages together, roughly
     */
    LogRing(long mostBytes) {
        long page = PAGE_BYTES + (long) PAGE_LINES * Integer.BYTES;
        mostPages = Math.toIntExact(Math.max(FEWEST_PAGES, mostBytes / page));
    }

    /**
     * @param length at most {@link #PAGE_BYTES}
     */
    void add(byte[] bytes, int from, int length) {
        Page page = pages.peekLast();
        if (page == null || !page.holds(length)) {
            page = turn();
        }
        int at = page.used();
        System.arraycopy(bytes, from, page.bytes, at, length);
        page.ends[page.lines++] = at + length;
        newest++;
    }

    /** The number of the newest line; the first has 1. */
    long newest() {
        return newest;
    }

    /**
     * The newest lines, none below {@code low}, and no more than lie on the newest pages with about
     * {@code mostBytes} together.
     */
    List<Extract> newestFrom(long low, long mostBytes) {
        var found = new ArrayDeque<Extract>();
        long bytes = 0;
        for (var from = pages.descendingIterator(); from.hasNext() && bytes < mostBytes; ) {
            Page page = from.next();
            long first = Math.max(low, page.first);
            if (first > page.last()) {
                break;
            }
            var extract = page.extract(first, page.last());
            bytes += extract.bytes().length;
            found.addFirst(extract);
        }
        return List.copyOf(found);
    }

    /** What is left of the page that holds the first line above {@code after}. */
    List<Extract> pageAfter(long after) {
        return pages.stream()
                .filter(page -> page.last() > after)
                .findFirst()
                .map(page -> page.extract(Math.max(after + 1, page.first), page.last()))
                .stream()
                .toList();
    }

    private Page turn() {
        Page page = pages.size() < mostPages ? new Page() : pages.removeFirst();
        page.lines = 0;
        page.first = newest + 1;
        pages.addLast(page);
        return page;
    }
}

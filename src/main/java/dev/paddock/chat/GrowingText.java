package dev.paddock.chat;

/** Text that only grows; one thread appends, any thread reads. */
public final class GrowingText {
    private final StringBuilder text = new StringBuilder();

    GrowingText() {}

    synchronized void append(String delta) {
        text.append(delta);
    }

    /** In chars. */
    public synchronized int length() {
        return text.length();
    }

    /**
     * What came after the first {@code offset} chars. Costs as much as it returns.
     *
     * @param offset 0 to {@link #length}
     */
    public synchronized String from(int offset) {
        return text.substring(offset);
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }
}

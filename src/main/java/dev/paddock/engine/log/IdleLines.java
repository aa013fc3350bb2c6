package dev.paddock.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keeps back what the engine says again at each question for its figures (at verbosity 4) while it
 * has nothing to do: the first of these lines tells all. For one thread.
 */
final class IdleLines implements LineCutter.Lines {
    private static final byte[] IDLE = "all slots are idle".getBytes(StandardCharsets.US_ASCII);

    private final LineCutter.Lines lines;
    private boolean told;

    IdleLines(LineCutter.Lines lines) {
        this.lines = lines;
    }

    @Override
    public void line(byte[] bytes, int from, int length) {
        int to = from + length;
        boolean idle =
                length >= IDLE.length
                        && Arrays.equals(bytes, to - IDLE.length, to, IDLE, 0, IDLE.length);
        if (!idle || !told) {
            lines.line(bytes, from, length);
        }
        told = idle;
    }
}

package dev.paddock.llama;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines. A line without an end is passed on in pieces, bytes that are
 * no UTF-8 become replacement characters, and nothing but the piece at hand is kept.
 */
final class LineCutter {
    private final byte[] piece;
    private final Consumer<String> lines;
    private int used;
    private boolean afterReturn;

    LineCutter(int longest, Consumer<String> lines) {
        this.piece = new byte[longest];
        this.lines = lines;
    }

    void feed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\n') {
                if (!afterReturn) {
                    flush();
                }
            } else if (b == '\r') {
                flush();
            } else {
                if (used == piece.length) {
                    flush();
                }
                piece[used++] = b;
            }
            afterReturn = b == '\r';
        }
    }

    /** Passes on what is left. */
    void end() {
        if (used > 0) {
            flush();
        }
    }

    private void flush() {
        lines.accept(new String(piece, 0, used, StandardCharsets.UTF_8));
        used = 0;
    }
}

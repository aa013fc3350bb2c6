package dev.paddock.chat;

/** The history cannot be read or written. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        DISK_FULL,
        READ_ONLY,
        /** The file is not a history, or damaged. */
        DAMAGED,
        /** Another Paddock holds it. */
        LOCKED,
        /** It was written by a newer Paddock. */
        TOO_NEW,
        OTHER
    }

    private final Kind kind;

    public HistoryException(Kind kind, String detail, Throwable cause) {
        super(detail, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

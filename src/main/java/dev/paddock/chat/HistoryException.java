package dev.paddock.chat;

/** The history cannot be read or written: carries a {@link HistoryFailure} out of a call. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HistoryFailure failure;

    public HistoryException(HistoryFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public HistoryException(HistoryFailure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public HistoryFailure failure() {
        return failure;
    }
}

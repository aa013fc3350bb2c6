package dev.paddock.chat;

/** Carries a {@link ChatFailure} out of a call. */
public final class ChatFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ChatFailure failure;

    public ChatFailedException(ChatFailure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    public ChatFailure failure() {
        return failure;
    }
}

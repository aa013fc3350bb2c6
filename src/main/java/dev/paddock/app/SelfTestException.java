package dev.paddock.app;

/** The self-test found something wrong; the message is for the person. */
final class SelfTestException extends Exception {
    private static final long serialVersionUID = 1L;

    SelfTestException(String sentence) {
        super(sentence);
    }
}

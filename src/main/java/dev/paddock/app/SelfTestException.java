package dev.paddock.app;

/** A step of the self-test did not come out as it should. */
final class SelfTestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * @param sentence for a person
     */
    SelfTestException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}

package dev.paddock.engine;

/** What a server asks for before it answers. */
public record ApiKey(String text) {
    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "ApiKey";
    }
}

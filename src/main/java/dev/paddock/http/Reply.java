package dev.paddock.http;

/**
 * What a server answered.
 *
 * @param body cut off where it is longer than anything that is of use
 */
public record Reply(int status, byte[] body) {
    private static final int OK = 200;

    public boolean ok() {
        return status == OK;
    }
}

package dev.paddock.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks again and again: at a screen, or at another process, which tell nobody of a change. */
final class Waiting {
    private static final int PAUSE_MILLIS = 200;

    private Waiting() {}

    /** What is looked at; each look may fail while the other side is not there yet. */
    interface Look<T> {
        Optional<T> look() throws Exception;
    }

    /**
     * @param what for the message
     * @throws TimeoutException when it has not come within {@code limit}
     */
    static <T> T until(String what, Duration limit, Look<T> look)
            throws TimeoutException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        String trouble = "";
        while (System.nanoTime() < end) {
            try {
                var seen = look.look();
                if (seen.isPresent()) {
                    return seen.get();
                }
                trouble = "";
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception notYet) {
                trouble = ": " + notYet;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new TimeoutException("no " + what + " within " + limit.toSeconds() + " s" + trouble);
    }

    static void untilTrue(String what, Duration limit, Look<Boolean> look)
            throws TimeoutException, InterruptedException {
        until(what, limit, () -> look.look().filter(yes -> yes));
    }
}

package dev.paddock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.signal.Signal;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class DroppedSubscriptionsTest {
    @Test
    void everySubscriptionIsKeptByWhoMadeIt() throws Exception {
        assertEquals(List.of(), DroppedSubscriptions.below(classesOf(Signal.class, "dev/paddock")));
    }

    /** A lambda that stands for a Runnable drops what it is given too. */
    @Test
    void thePlantedViolatorIsCaught() throws Exception {
        var planted = classesOf(DroppedSubscriptionsTest.class, "planted/dropped");
        assertEquals(
                List.of(
                        "planted.dropped.Violator.<init> drops subscribe",
                        "planted.dropped.Violator.lambda$later$0 drops subscribe"),
                DroppedSubscriptions.below(planted));
    }

    private static Path classesOf(Class<?> any, String folder) throws Exception {
        var root = Path.of(any.getProtectionDomain().getCodeSource().getLocation().toURI());
        return root.resolve(folder);
    }
}

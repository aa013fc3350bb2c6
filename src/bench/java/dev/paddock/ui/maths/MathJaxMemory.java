package dev.paddock.ui.maths;

import dev.paddock.ui.text.Formula;
import dev.paddock.ui.words.Words;

import javafx.application.Platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The heap, with MathJax and when it has gone. */
public final class MathJaxMemory {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1e6;

    private MathJaxMemory() {}

    /**
     * What is left of it, in megabytes, when {@code formulas} have been typeset and it has gone.
     */
    public static double left(List<Formula> formulas) throws InterruptedException {
        double before = used();
        var done = new CountDownLatch(formulas.size());
        var typesetter = new Typesetter(new Words(), done::countDown, IDLE, Duration.ofMinutes(1));
        Platform.runLater(() -> formulas.forEach(typesetter::of));
        if (!done.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("not typeset");
        }
        while (typesetter.isLoaded()) {
            LockSupport.parkNanos(IDLE.toNanos() / 10);
        }
        return used() - before;
    }

    /** The heap in use, in megabytes. */
    public static double used() {
        var runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}

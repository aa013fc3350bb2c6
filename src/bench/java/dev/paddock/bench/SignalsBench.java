package dev.paddock.bench;

import dev.paddock.ui.common.SignalInterleaving;
import dev.paddock.ui.common.UiThread;

import javafx.application.Platform;

import java.util.concurrent.CountDownLatch;

/**
 * Sets a signal at random from a background thread and the real FX thread: {@code [SETS [SEED]]}.
 */
final class SignalsBench {
    private static final int SETS = 10_000;

    private SignalsBench() {}

    static void main(String[] arguments) throws Exception {
        int sets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SETS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var result = SignalInterleaving.play(new UiThread(), sets, seed);
        Figures.print("signals.seed", seed, "");
        Figures.print("signals.sets", result.sets(), "");
        Figures.print("signals.shown", result.shown(), "");
        Figures.print("signals.stale", result.stale(), "", Goal.exactly(0));
        Platform.exit();
        System.exit(result.stale() == 0 ? 0 : 1);
    }
}

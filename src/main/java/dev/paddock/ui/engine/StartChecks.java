package dev.paddock.ui.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is asked before an engine starts, or ends. For any thread. */
public final class StartChecks {
    private final List<Consumer<Runnable>> checks = new CopyOnWriteArrayList<>();

    /**
     * Adds one more.
     *
     * @param check runs what it is given, now or soon, unless something is wrong; called on any
     *     thread
     */
    public void add(Consumer<Runnable> check) {
        checks.add(check);
    }

    /** Runs {@code start}, or whatever it is, if nobody objects. */
    void run(Runnable start) {
        Runnable checked = start;
        for (var check : checks) {
            Runnable next = checked;
            checked = () -> check.accept(next);
        }
        checked.run();
    }
}

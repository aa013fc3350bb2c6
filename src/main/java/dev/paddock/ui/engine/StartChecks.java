package dev.paddock.ui.engine;

import dev.paddock.option.Option;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is asked before an engine starts, or ends. For any thread. */
public final class StartChecks {
    private final List<Check> checks = new CopyOnWriteArrayList<>();

    /** One that knows what comes with the start. */
    @FunctionalInterface
    public interface Check {
        /**
         * Runs {@code start}, now or soon, unless something is wrong; called on any thread.
         *
         * @param replaced gets another value with it: what is wrong there now does not matter
         */
        void run(Collection<? extends Option<?>> replaced, Runnable start);
    }

    /**
     * Adds one more.
     *
     * @param check runs what it is given, now or soon, unless something is wrong; called on any
     *     thread
     */
    public void add(Consumer<Runnable> check) {
        checks.add((_, start) -> check.accept(start));
    }

    /** Adds one more. */
    public void addForm(Check check) {
        checks.add(check);
    }

    /** Runs {@code start}, or whatever it is, if nobody objects. */
    void run(Runnable start) {
        run(List.of(), start);
    }

    /**
     * Likewise where options get other values.
     *
     * @param replaced these
     */
    void run(Collection<? extends Option<?>> replaced, Runnable start) {
        Runnable checked = start;
        for (var check : checks) {
            Runnable next = checked;
            checked = () -> check.run(replaced, next);
        }
        checked.run();
    }
}

package dev.paddock.engine;

import java.time.Duration;

/**
 * Asks an engine process to end, then insists, and gives it up in the end. Its exit is noticed by
 * its run. Lives on the supervisor's thread.
 */
final class Shutdown implements Phase {
    private final EngineContext context;
    private final EngineRun run;
    private boolean over;

    Shutdown(EngineContext context, EngineRun run) {
        this.context = context;
        this.run = run;
    }

    void begin() {
        context.signals().move(new EngineState.Stopping(run.plan(), context.loop().now()));
        var limits = context.times().ending();
        var process = run.process();
        if (context.ports().streams().closeAll(run.reason().isEmpty())) {
            insist(limits.hangUp(), process::terminate);
        } else {
            process.terminate();
        }
        insist(limits.second(run.readyFor().orElse(Duration.ZERO)), process::terminate);
        insist(limits.kill(), process::kill);
        insist(limits.giveUp(), run::abandon);
    }

    /** The shorter patience of a closing app. */
    void hurry() {
        insist(context.times().ending().quit().kill(), run.process()::kill);
    }

    @Override
    public void end() {
        over = true;
    }

    private void insist(Duration after, Runnable step) {
        context.loop()
                .after(
                        after,
                        () -> {
                            if (!over) {
                                step.run();
                            }
                        });
    }
}

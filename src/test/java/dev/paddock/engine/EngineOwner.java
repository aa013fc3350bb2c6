package dev.paddock.engine;

import dev.paddock.server.LaunchPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A small app of its own that starts an engine and then waits for its violent end. */
final class EngineOwner {
    private EngineOwner() {}

    /** Writes the engine's process id into the second file once the engine was spawned. */
    static void main(String[] arguments) throws Exception {
        var engine = new RealEngine();
        LaunchPlan plan = RealEngine.plan(Path.of(arguments[0]), "-t 1");
        engine.supervisor.start(plan);
        boolean ready = arguments[2].equals("ready");
        long pid =
                ready
                        ? engine.await(dev.paddock.server.ServerState.Ready.class).engine().pid()
                        : engine.await(dev.paddock.server.ServerState.Spawning.class).pid();
        var unfinished = Path.of(arguments[1] + ".part");
        Files.writeString(unfinished, Long.toString(pid));
        Files.move(unfinished, Path.of(arguments[1]));
        new CountDownLatch(1).await();
    }
}

package dev.paddock.engine;

import dev.paddock.engine.log.LogLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Engines that do what a test says, and a probe that sees it. */
final class ScriptedEngine implements Launcher, Probe {
    /** One process that was started. */
    final class Child implements Launcher.Process {
        final LaunchPlan plan;
        final Endpoint endpoint;
        final Consumer<String> log;
        final CompletableFuture<EngineExit> exit = new CompletableFuture<>();
        int terminations;
        int kills;

        Child(LaunchPlan plan, Endpoint endpoint, Consumer<String> log) {
            this.plan = plan;
            this.endpoint = endpoint;
            this.log = log;
        }

        @Override
        public long pid() {
            return 1000 + children.indexOf(this);
        }

        @Override
        public CompletableFuture<EngineExit> exit() {
            return exit;
        }

        @Override
        public OptionalLong bytesRead() {
            return bytesRead;
        }

        @Override
        public void terminate() {
            terminations++;
            if (obeysTerminate) {
                exit.complete(new EngineExit(0));
            }
        }

        @Override
        public void kill() {
            kills++;
            if (obeysKill) {
                exit.complete(new EngineExit(137));
            }
        }

        void die(int code) {
            exit.complete(new EngineExit(code));
        }
    }

    final List<Child> children = new ArrayList<>();
    Reply answer = new Reply.Silent();
    Work work = new Work.Told(false, List.of(0L));
    HealthCheck.Result token = new HealthCheck.Result.Generated(Duration.ofMillis(3));
    OptionalLong bytesRead = OptionalLong.empty();
    final List<String> asked = new ArrayList<>();
    boolean alive = true;
    boolean obeysTerminate = true;
    boolean obeysKill = true;
    Optional<Failure> refused = Optional.empty();
    Optional<Failure> refusal = Optional.empty();
    Failure cause = new Failure.Crashed(new EngineExit(139), List.of());

    static final Reply.Ready READY = new Reply.Ready(new EngineInfo("m", 4096, 1, "b1"));

    @Override
    public Process launch(LaunchPlan plan, Endpoint endpoint, EngineOutput output)
            throws FailureException {
        if (refusal.isPresent()) {
            throw new FailureException(refusal.get());
        }
        output.begin(List.of(plan.engine().toString()));
        var child = new Child(plan, endpoint, line -> LogLines.write(output, line));
        children.add(child);
        return child;
    }

    @Override
    public Optional<Failure> refused(LaunchPlan plan) {
        return refused;
    }

    @Override
    public Failure diagnose(
            LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady) {
        return cause;
    }

    @Override
    public Reply ask(LaunchPlan plan, Endpoint endpoint) {
        return answer;
    }

    @Override
    public Optional<LoadProgress.Stage> stage(String line) {
        return line.equals("reading") ? Optional.of(LoadProgress.Stage.READING) : Optional.empty();
    }

    @Override
    public Optional<Failure> fault(String line) {
        return line.equals("lost")
                ? Optional.of(new Failure.GpuFault(line, true))
                : Optional.empty();
    }

    @Override
    public boolean alive(Endpoint endpoint) {
        asked.add("alive");
        return alive;
    }

    @Override
    public Work work(Endpoint endpoint) {
        asked.add("work");
        return work;
    }

    @Override
    public HealthCheck.Result generate(Endpoint endpoint, Duration limit) {
        asked.add("generate within " + limit.toSeconds());
        return token;
    }

    Child last() {
        return children.getLast();
    }
}

package dev.paddock.engine;

import java.time.Duration;

/** Supervisors that lose their patience within seconds, for real processes that misbehave. */
public final class ImpatientSupervisor {
    private static final Timeouts TIMES =
            new Timeouts(
                    Timeouts.DEFAULT.starting(),
                    new Timeouts.Watching(
                            Duration.ofMillis(200),
                            Duration.ofMillis(50),
                            1,
                            Duration.ofMillis(500),
                            new Timeouts.Suspend(Duration.ofMillis(100), Duration.ofSeconds(10)),
                            new Timeouts.Trial(
                                    Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(3))),
                    new Timeouts.Ending(
                            Duration.ofMillis(100),
                            new Timeouts.Young(Duration.ofSeconds(2), Duration.ofMillis(200)),
                            Duration.ofMillis(200),
                            Duration.ofMillis(400),
                            Duration.ofSeconds(15),
                            new Timeouts.Quit(Duration.ofSeconds(3), Duration.ofSeconds(5))),
                    Timeouts.DEFAULT.explaining());

    private ImpatientSupervisor() {}

    public static Supervisor supervisor(Supervisor.Ports ports) {
        return new Supervisor(
                ports,
                new FakeChecks(),
                new ThreadEventLoop("impatient-supervisor"),
                job -> Thread.ofVirtual().start(job),
                TIMES);
    }
}

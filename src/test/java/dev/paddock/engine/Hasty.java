package dev.paddock.engine;

import java.time.Duration;
import java.util.Optional;

/** Supervisors that lose their patience within seconds, for real processes that misbehave. */
public final class Hasty {
    private static final Timeouts TIMES =
            new Timeouts(
                    Timeouts.DEFAULT.starting(),
                    new Timeouts.Watching(
                            Duration.ofMillis(200),
                            Duration.ofMillis(50),
                            1,
                            Duration.ofMillis(500),
                            Duration.ofMillis(100),
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(3)),
                    new Timeouts.Ending(
                            Duration.ofMillis(100),
                            Duration.ofSeconds(2),
                            Duration.ofMillis(200),
                            Duration.ofMillis(200),
                            Duration.ofMillis(400),
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(5)));

    private Hasty() {}

    public static Supervisor supervisor(Supervisor.Ports ports) {
        return new Supervisor(
                ports,
                new Machine.Checks(_ -> Optional.empty(), _ -> Optional.empty()),
                new ThreadEventLoop("hasty-supervisor"),
                job -> Thread.ofVirtual().start(job),
                TIMES);
    }
}

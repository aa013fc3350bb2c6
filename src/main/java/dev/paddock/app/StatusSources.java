package dev.paddock.app;

import dev.paddock.chat.Conversations;
import dev.paddock.engine.Supervisor;
import dev.paddock.monitor.Devices;
import dev.paddock.monitor.EngineMonitor;
import dev.paddock.monitor.Sampler;

import java.util.List;

/** What the status is made of. */
final class StatusSources {
    private StatusSources() {}

    static Sampler.Sources of(
            EngineMonitor monitor,
            Supervisor supervisor,
            Devices devices,
            Conversations conversations) {
        return new Sampler.Sources(
                monitor,
                devices,
                () -> supervisor.state().value().process(),
                conversations::counts,
                List.of(supervisor.state(), conversations.answering()));
    }
}

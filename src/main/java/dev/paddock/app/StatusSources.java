package dev.paddock.app;

import dev.paddock.chat.Conversations;
import dev.paddock.engine.Supervisor;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaMonitor;
import dev.paddock.monitor.Devices;
import dev.paddock.monitor.Sampler;

import java.util.List;

/** What the status is made of. */
final class StatusSources {
    private StatusSources() {}

    static Sampler.Sources of(
            Http http, Supervisor supervisor, Devices devices, Conversations conversations) {
        return new Sampler.Sources(
                new LlamaMonitor(http, () -> supervisor.state().value().running()),
                devices,
                () -> supervisor.state().value().process(),
                conversations::counts,
                List.of(supervisor.state(), conversations.answering()));
    }
}

package dev.paddock.llama.api;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Role;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.http.FaultyServer;
import dev.paddock.http.Http;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Timeout(60)
abstract class ClientOfFaultyServer {
    final Http http = Http.loopback();
    final List<ChatEvent> events = new ArrayList<>();
    final ChatRequest request =
            new ChatRequest(
                    "Be brief.",
                    List.of(
                            new Turn(Role.USER, "Hi"),
                            new Turn(Role.ASSISTANT, "Yes?"),
                            new Turn(Role.USER, "\"Ünïcode\"")),
                    Options.of(SamplingOptions.TEMPERATURE, 0.5)
                            .with(SamplingOptions.TOP_P, 0.9)
                            .with(SamplingOptions.TOP_K, 7)
                            .with(SamplingOptions.MAX_TOKENS, 12));

    LlamaClient client(FaultyServer server) {
        var plan = new LaunchPlan(Path.of("e"), Path.of("m/Some.gguf"), Options.EMPTY);
        var info = new EngineInfo("m", 4096, 1, "b");
        var engine =
                new RunningEngine(
                        plan,
                        new Endpoint(server.port(), new ApiKey("secret")),
                        info,
                        1,
                        Instant.EPOCH,
                        1);
        return new LlamaClient(http, _ -> Optional.of(ReadyServer.local(engine)));
    }

    @AfterEach
    void closeHttp() {
        http.close();
    }

    void run(FaultyServer.Script script) throws Exception {
        try (var server = new FaultyServer(script)) {
            client(server).open(ConnectionId.LOCAL, request).run(events::add);
        }
    }
}

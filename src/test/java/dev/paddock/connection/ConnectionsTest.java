package dev.paddock.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;
import dev.paddock.signal.Signal;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ConnectionsTest {
    private static final ApiKey SECRET = new ApiKey("s3cret-of-the-other");
    private static final KeyRef KEPT = new KeyRef("keys/1");
    private static final Connection OTHER =
            new Connection(
                    new ConnectionId("other"),
                    "Attic",
                    new Address(URI.create("https://attic.example:8443/llm"), Optional.of(KEPT)));
    private static final ServerInfo THEIRS = new ServerInfo("big", "b9", 32_768, 4);
    private static final LaunchPlan PLAN =
            new LaunchPlan(
                    Path.of("bin", "llama-server"), Path.of("models", "tiny.gguf"), Options.EMPTY);

    private final Signal<EngineState> engine = new Signal<>(new EngineState.Idle());
    private final Connections connections =
            new Connections(engine, ref -> Optional.of(SECRET).filter(_ -> ref.equals(KEPT)));

    private static RunningEngine running(LaunchPlan plan, String key) {
        return new RunningEngine(
                plan,
                new Endpoint(8080, new ApiKey(key)),
                new EngineInfo("models/tiny.gguf", 4096, 2, "b11669"),
                1,
                Instant.EPOCH,
                100);
    }

    @Test
    void theLocalEngineIsThereWhileItIsReady() {
        assertEquals(Optional.empty(), connections.find(ConnectionId.LOCAL));
        engine.set(new EngineState.Loading(PLAN, Instant.EPOCH, 1));
        assertEquals(Optional.empty(), connections.find(ConnectionId.LOCAL));
        engine.set(new EngineState.Ready(running(PLAN, "k1")));
        var server = connections.find(ConnectionId.LOCAL).orElseThrow();
        assertEquals("llama-server", server.connection().name());
        assertEquals(new ServerInfo("tiny", "b11669", 4096, 2), server.info());
        assertEquals(Optional.of(new ApiKey("k1")), server.key());
        assertEquals("http://127.0.0.1:8080/props", server.uri("/props").toString());
        engine.set(new EngineState.Stopping(PLAN, Instant.EPOCH));
        assertEquals(Optional.empty(), connections.find(ConnectionId.LOCAL));
    }

    @Test
    void whoWasFoundStaysTheSameWhenTheEngineBecomesAnother() {
        engine.set(new EngineState.Ready(running(PLAN, "k1")));
        var first = connections.find(ConnectionId.LOCAL).orElseThrow();
        var plan = new LaunchPlan(PLAN.engine(), Path.of("b.gguf"), PLAN.options());
        engine.set(new EngineState.Ready(running(plan, "k2")));
        assertEquals("tiny", first.info().model());
        assertEquals(Optional.of(new ApiKey("k1")), first.key());
        var second = connections.find(ConnectionId.LOCAL).orElseThrow();
        assertEquals("b", second.info().model());
        assertEquals(Optional.of(new ApiKey("k2")), second.key());
    }

    @Test
    void anotherServerIsThereUntilItIsRemoved() {
        connections.add(OTHER, THEIRS);
        var server = connections.find(OTHER.id()).orElseThrow();
        assertEquals(OTHER, server.connection());
        assertEquals(THEIRS, server.info());
        assertEquals(Optional.of(SECRET), server.key());
        assertEquals("https://attic.example:8443/llm/v1/models", server.uri("/v1/models") + "");
        connections.remove(OTHER.id());
        assertEquals(Optional.empty(), connections.find(OTHER.id()));
    }

    @Test
    void theLocalEngineCannotBeReplacedByAnotherServer() {
        var fake = new Connection(ConnectionId.LOCAL, "fake", OTHER.address());
        assertThrows(IllegalArgumentException.class, () -> connections.add(fake, THEIRS));
    }

    @Test
    void noKeyGetsIntoALog() {
        connections.add(OTHER, THEIRS);
        engine.set(new EngineState.Ready(running(PLAN, "k1-of-the-engine")));
        var text = connections.find(OTHER.id()) + "" + connections.find(ConnectionId.LOCAL);
        assertFalse(text.contains(SECRET.text()), text);
        assertFalse(text.contains("k1-of-the-engine"), text);
    }

    @Test
    void everyStateOfTheEngineSaysWhetherItWouldAnswer() {
        var engineNow = running(PLAN, "k");
        var failure = new Failure.NoModel();
        var mute = new NotResponding(NotResponding.Symptom.HEALTH, Duration.ofSeconds(6));
        var states =
                Map.<EngineState, Readiness>ofEntries(
                        Map.entry(new EngineState.Idle(), Readiness.STOPPED),
                        Map.entry(
                                new EngineState.Preflight(PLAN, Instant.EPOCH), Readiness.STARTING),
                        Map.entry(
                                new EngineState.Spawning(PLAN, Instant.EPOCH, 1),
                                Readiness.STARTING),
                        Map.entry(
                                new EngineState.Loading(PLAN, Instant.EPOCH, 1), Readiness.LOADING),
                        Map.entry(
                                new EngineState.Stalled(PLAN, Instant.EPOCH, 1, failure),
                                Readiness.LOADING),
                        Map.entry(new EngineState.Ready(engineNow), Readiness.READY),
                        Map.entry(new EngineState.Suspect(engineNow, 1), Readiness.READY),
                        Map.entry(new EngineState.Unresponsive(engineNow, mute), Readiness.READY),
                        Map.entry(
                                new EngineState.Stopping(PLAN, Instant.EPOCH), Readiness.STOPPING),
                        Map.entry(
                                new EngineState.Diagnosing(PLAN, new EngineExit(1)),
                                Readiness.ENDED),
                        Map.entry(
                                new EngineState.BackingOff(PLAN, failure, 1, Instant.EPOCH),
                                Readiness.STARTING),
                        Map.entry(new EngineState.Failed(failure), Readiness.FAILED));
        states.forEach(
                (state, readiness) -> {
                    engine.set(state);
                    assertEquals(readiness, connections.local().value(), state.toString());
                });
        assertEquals(EngineState.class.getPermittedSubclasses().length, states.size());
    }

    @Test
    void readinessIsToldOnceForEachChangeAndNotAfterTheEnd() {
        var told = new ArrayList<Readiness>();
        connections.local().subscribe(told::add);
        engine.set(new EngineState.Ready(running(PLAN, "k")));
        engine.set(new EngineState.Suspect(running(PLAN, "k"), 1));
        engine.set(new EngineState.Stopping(PLAN, Instant.EPOCH));
        connections.close();
        engine.set(new EngineState.Idle());
        assertEquals(List.of(Readiness.STOPPED, Readiness.READY, Readiness.STOPPING), told);
    }
}

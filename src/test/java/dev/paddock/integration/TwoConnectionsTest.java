package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.connection.Address;
import dev.paddock.connection.Connection;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.KeyRef;
import dev.paddock.connection.ServerInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.ImpatientSupervisor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The engine of this app and another server, asked at the same time. */
@Timeout(90)
class TwoConnectionsTest {
    private static final int MANY = 100_000;
    private static final ConnectionId ATTIC = new ConnectionId("attic");
    private static final KeyRef KEY = new KeyRef("keys/attic");

    @TempDir Path folder;

    /** Notices silence within half a second. */
    private final RealEngine ours =
            new RealEngine(HealthPolicy.NONE, ImpatientSupervisor::supervisor);

    /** Started beside it; the first one knows its address and key and nothing else. */
    private final RealEngine theirs = new RealEngine();

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
    }

    private RunningEngine startBoth() throws Exception {
        ours.start(RealEngine.endless(folder));
        var remote = theirs.start(RealEngine.endless(folder));
        var endpoint = remote.endpoint();
        ours.keys.put(KEY, endpoint.key());
        ours.connections.add(
                new Connection(ATTIC, "Attic", new Address(endpoint.base(), Optional.of(KEY))),
                new ServerInfo("attic-model", remote.info().build(), 131_072, 1));
        return remote;
    }

    /** An answer under way. */
    private record Answer(
            ChatBackend.Stream stream,
            BlockingQueue<ChatEvent> events,
            CompletableFuture<Optional<ChatFailure>> end) {
        void awaitText(int pieces) throws InterruptedException {
            for (int left = pieces; left > 0; ) {
                var event = events.poll(20, TimeUnit.SECONDS);
                assertTrue(event != null, "nothing comes any more");
                left -= event instanceof ChatEvent.Content ? 1 : 0;
            }
        }
    }

    private Answer ask(ConnectionId connection) throws Exception {
        var stream = ours.client.open(connection, RealEngine.request("Hello", MANY));
        var answer = new Answer(stream, new LinkedBlockingQueue<>(), new CompletableFuture<>());
        Thread.startVirtualThread(
                () -> {
                    try {
                        stream.run(answer.events()::add);
                        answer.end().complete(Optional.empty());
                    } catch (ChatFailedException failed) {
                        answer.end().complete(Optional.of(failed.failure()));
                    }
                });
        answer.awaitText(5);
        return answer;
    }

    @Test
    void bothAnswerAtOnceEachInItsOwnName() throws Exception {
        startBoth();
        var near = ask(ConnectionId.LOCAL);
        var far = ask(ATTIC);
        assertEquals("tiny", near.stream().server().model());
        assertEquals("attic-model", far.stream().server().model());
        near.awaitText(20);
        far.awaitText(20);
        assertEquals(1, busySlots(ours));
        assertEquals(1, busySlots(theirs));
        near.stream().cancel();
        far.stream().cancel();
        assertEquals(Optional.empty(), near.end().get(10, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), far.end().get(10, TimeUnit.SECONDS));
    }

    private static long busySlots(RealEngine engine) {
        return engine.monitor.metrics().orElseThrow().processing();
    }

    @Test
    void stoppingTheEngineEndsItsOwnStreamsAlone() throws Exception {
        startBoth();
        var near = ask(ConnectionId.LOCAL);
        var far = ask(ATTIC);
        ours.supervisor.stop();
        ours.await(EngineState.Idle.class);
        var lost = near.end().get(10, TimeUnit.SECONDS).orElseThrow();
        assertInstanceOf(ChatFailure.ConnectionLost.class, lost);
        far.events().clear();
        far.awaitText(20);
        assertFalse(far.end().isDone());
        var refused = assertThrows(ChatFailedException.class, () -> ask(ConnectionId.LOCAL));
        assertEquals(new ChatFailure.EngineNotReady(), refused.failure());
        far.stream().cancel();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSilentAnswerOfAnotherServerCastsNoDoubtOnTheEngine() throws Exception {
        var remote = startBoth();
        var far = ask(ATTIC);
        var seen = Collections.synchronizedList(new ArrayList<String>());
        try (var _ =
                ours.supervisor
                        .state()
                        .subscribe(state -> seen.add(state.getClass().getSimpleName()))) {
            Signals.hold(remote.pid());
            // Four times as long as our engine may owe an answer.
            awaitSilence(Duration.ofSeconds(2));
            assertEquals(Optional.empty(), ours.client.streamsTo(ConnectionId.LOCAL).silence());
            assertEquals(List.of("Ready"), seen);
        } finally {
            Signals.resume(remote.pid());
        }
        far.stream().cancel();
    }

    /** Asks our own engine meanwhile, which does not mind. */
    private void awaitSilence(Duration wanted) {
        var streams = ours.client.streamsTo(ATTIC);
        while (streams.silence().orElseThrow().compareTo(wanted) < 0) {
            assertTrue(ours.monitor.metrics().isPresent());
        }
    }
}

package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.faults.Fault;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** What lies between the app and a ready engine, and answers that go wrong. */
@Timeout(60)
class ConnectionFaultsTest {
    /** A port of this computer on which nobody listens. */
    private static final Map<String, String> DEAD_PROXY =
            Map.of(
                    "http.proxyHost", "127.0.0.1",
                    "http.proxyPort", "1",
                    "socksProxyHost", "127.0.0.1",
                    "socksProxyPort", "1",
                    "http.nonProxyHosts", "",
                    "socksNonProxyHosts", "");

    @TempDir Path folder;

    private static String text(List<ChatEvent> events) {
        var text = new StringBuilder();
        for (ChatEvent event : events) {
            if (event instanceof ChatEvent.Content(var delta)) {
                text.append(delta);
            }
        }
        return text.toString();
    }

    @Test
    @Fault(61)
    @DisplayName("row 61: a dead proxy is set for every connection")
    void proxy() throws Exception {
        DEAD_PROXY.forEach(System::setProperty);
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 2).getLast());
        } finally {
            DEAD_PROXY.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    @Fault(62)
    @DisplayName("row 62: an engine on 127.0.0.1 is never looked for on ::1")
    void literalAddress() {
        assertEquals("127.0.0.1", new Endpoint(8080, new ApiKey("key")).uri("/health").getHost());
    }

    @Test
    @Fault(68)
    @DisplayName("row 68: the context fills within an answer")
    void contextFills() throws Exception {
        var plan = RealEngine.endless(folder);
        var small =
                new LaunchPlan(
                        plan.engine(),
                        plan.model(),
                        plan.options().with(EngineOptions.CONTEXT_SIZE, 512));
        try (var engine = new RealEngine()) {
            engine.start(small);
            var end =
                    assertInstanceOf(
                            ChatEvent.Finished.class, engine.chat("Hello", 5000).getLast());
            assertEquals(ChatEvent.FinishReason.CONTEXT_FULL, end.reason());
        }
    }

    @Test
    @Fault(68)
    @DisplayName("row 68: two answers fill the context they share")
    void sharedContextFills() throws Exception {
        var endless = RealEngine.endless(folder);
        var settings =
                endless.options()
                        .with(EngineOptions.CONTEXT_SIZE, 256)
                        .with(EngineOptions.PARALLEL_SLOTS, 2);
        var shared =
                new LaunchPlan(
                        endless.engine(),
                        endless.model(),
                        settings.with(
                                EngineOptions.EXTRA_ARGUMENTS,
                                settings.value(EngineOptions.EXTRA_ARGUMENTS) + " --kv-unified"));
        try (var engine = new RealEngine();
                var both = Executors.newVirtualThreadPerTaskExecutor()) {
            engine.start(shared);
            var failed = new AtomicReference<ChatFailure>();
            Callable<Void> answers =
                    () -> {
                        while (failed.get() == null) {
                            try {
                                engine.chat("Hello", 5000);
                            } catch (ChatFailedException full) {
                                failed.set(full.failure());
                            }
                        }
                        return null;
                    };
            for (var ended : both.invokeAll(List.of(answers, answers))) {
                ended.get();
            }
            assertEquals(new ChatFailure.ContextFull(), failed.get());
        }
    }

    /** What came before is kept, and that it is not whole is said. */
    @ParameterizedTest(name = "row {0}: a stream that ends with {1}")
    @DisabledOnOs(OS.WINDOWS)
    @Fault({68, 71, 72})
    @CsvSource({"72, cut, ConnectionLost", "71, garbage, BrokenStream", "68, error, ContextFull"})
    void brokenStreams(int row, String kind, String failure) throws Exception {
        var fake = new FakeLauncher(folder, "--sse=" + kind);
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            var events = new ArrayList<ChatEvent>();
            var stream = engine.open(RealEngine.request("Hello", 20));
            var failed = assertThrows(ChatFailedException.class, () -> stream.run(events::add));
            assertEquals("w1 w2 w3 ", text(events));
            assertEquals(failure, failed.failure().getClass().getSimpleName());
        }
    }

    @Test
    @Fault(74)
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("row 74: every byte of a character comes by itself")
    void splitCharacters() throws Exception {
        var fake = new FakeLauncher(folder, "--sse=split-utf8");
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            assertEquals("é€é€", text(engine.chat("Hello", 2)));
        }
    }

    @Test
    @Fault(71)
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("row 71: one event without end")
    void hugeEvent() throws Exception {
        var fake = new FakeLauncher(folder, "--sse=huge:9M");
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            var failed = assertThrows(ChatFailedException.class, () -> engine.chat("Hello", 2));
            assertInstanceOf(ChatFailure.BrokenStream.class, failed.failure());
        }
    }
}

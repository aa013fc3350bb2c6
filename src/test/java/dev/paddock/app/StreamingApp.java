package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.SessionState;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.files.AppDirs;
import dev.paddock.ui.words.Words;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The app without its window, in a process of its own: begins an answer that does not end, says so
 * and waits for the system to end it.
 */
final class StreamingApp {
    static final String STREAMING = "streaming";

    /** What it says when everything is closed, with how long that took. */
    static final String CLOSED = "closed after ms ";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private StreamingApp() {}

    static void main(String[] arguments) throws Exception {
        var line = CommandLine.parse(List.of(arguments));
        var dirs = new AppDirs(line.dataDir().orElseThrow()).create();
        var wiring = new Wiring(dirs, line, new Words());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(wiring), "closing"));
        wiring.begin();
        Await.value(
                wiring.engineLocation(), EngineLocation.Found.class::isInstance, LIMIT, "engine");
        var options = wiring.preferences().settings().value().chain().inForce();
        wiring.supervisor()
                .start(
                        new LaunchPlan(
                                line.engine().orElseThrow(), line.model().orElseThrow(), options));
        Await.value(
                wiring.supervisor().state(), EngineState.Ready.class::isInstance, LIMIT, "start");
        var session = wiring.conversations().create();
        session.send("Hello").get();
        Await.value(session.state(), StreamingApp::streams, LIMIT, "answer");
        var live = session.state().value().live().orElseThrow();
        var grown = new CountDownLatch(20);
        live.onChange(grown::countDown);
        grown.await();
        System.out.println(STREAMING);
        Thread.currentThread().join();
    }

    private static boolean streams(SessionState state) {
        return state.live().isPresent();
    }

    private static void close(Wiring wiring) {
        long start = System.nanoTime();
        wiring.close();
        System.out.println(CLOSED + Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}

package dev.paddock.app;

import dev.paddock.files.AppDirs;
import dev.paddock.files.Logging;
import dev.paddock.ui.common.Words;

import javafx.application.Platform;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Runs the app with its window, from the lock on the data folder to the last file written. */
final class PaddockApp {
    private final CommandLine line;
    private final AppDirs dirs;
    private final Words words;
    private final PrintStream err;
    private final Runnable painted;
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * @param painted called once the window's first frame was drawn, on the FX thread
     */
    PaddockApp(CommandLine line, AppDirs dirs, Words words, PrintStream err, Runnable painted) {
        this.line = line;
        this.dirs = dirs;
        this.words = words;
        this.err = err;
        this.painted = painted;
    }

    /** Blocks until the window was closed; the exit status. */
    int run() {
        try {
            dirs.create();
            var lock = SingleInstance.take(dirs.data());
            if (lock.isEmpty()) {
                err.println(words.of("cli.alreadyRunning", dirs.data()));
                return Main.FAILED;
            }
            try (var _ = lock.get()) {
                return runAlone();
            }
        } catch (IOException refused) {
            err.println(words.of("cli.dataDir", dirs.data(), Reasons.of(refused, words)));
            return Main.FAILED;
        }
    }

    private int runAlone() {
        var building = CompletableFuture.supplyAsync(() -> new Wiring(dirs, line, words));
        var hook = new Thread(() -> endNow(building), "closing");
        try {
            Platform.startup(() -> open(building.join()));
        } catch (UnsupportedOperationException | LinkageError noToolkit) {
            building.join().close();
            err.println(Desktop.explain(noToolkit, words));
            return Main.FAILED;
        }
        Runtime.getRuntime().addShutdownHook(hook);
        return awaitEnd();
    }

    private void open(Wiring wiring) {
        Platform.setImplicitExit(false);
        var window = new MainWindow(wiring, words, dirs.data(), () -> close(wiring));
        window.show();
        FirstFrame.then(
                () -> {
                    painted.run();
                    wiring.begin();
                    wiring.background().execute(this::log);
                });
        if (line.start()) {
            window.startEngine();
        }
    }

    /** On the FX thread, with the window already gone from the screen. */
    private void close(Wiring wiring) {
        Thread.ofPlatform()
                .name("closing")
                .start(
                        () -> {
                            wiring.close();
                            ended.countDown();
                        });
    }

    /** The system ends the app; JavaFX ends at the same time, and its complaints help nobody. */
    private static void endNow(CompletableFuture<Wiring> building) {
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        building.thenAccept(Wiring::close).join();
    }

    private int awaitEnd() {
        try {
            ended.await();
            Platform.exit();
            return Main.OK;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
    }

    private void log() {
        Logging.start(dirs.logs());
        var log = LoggerFactory.getLogger(PaddockApp.class);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, defect) -> log.error("A defect, on {}", thread.getName(), defect));
        log.info("Paddock {} on Java {}", Version.text(), Runtime.version());
    }
}

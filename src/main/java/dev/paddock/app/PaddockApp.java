package dev.paddock.app;

import dev.paddock.files.AppDirs;
import dev.paddock.files.Logging;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Words;
import dev.paddock.ui.shell.FirstLook;

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
    private final Start start;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Told how far the start has come, on the FX thread. */
    interface Start {
        /** The window was drawn for the first time, with its parts in outline. */
        default void painted() {}

        /** It was drawn with everything in it. */
        default void usable() {}
    }

    PaddockApp(CommandLine line, AppDirs dirs, Words words, PrintStream err, Start start) {
        this.line = line;
        this.dirs = dirs;
        this.words = words;
        this.err = err;
        this.start = start;
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
        wiring.background().execute(Theme::loadFonts);
        var kit = Toolkit.create(words);
        var look = new FirstLook(kit, wiring.preferences(), () -> close(wiring));
        look.show();
        FirstFrame.then(
                () -> {
                    start.painted();
                    wiring.begin();
                    fill(wiring, kit, look);
                });
    }

    private void fill(Wiring wiring, Toolkit kit, FirstLook look) {
        var window = new MainWindow(wiring, kit, look, dirs.data());
        if (line.start()) {
            window.startEngine();
        }
        FirstFrame.then(
                () -> {
                    start.usable();
                    wiring.background().execute(this::log);
                });
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

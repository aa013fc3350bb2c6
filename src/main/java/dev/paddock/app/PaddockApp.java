package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.app.cli.UsageException;
import dev.paddock.files.AppDirs;
import dev.paddock.files.Logging;
import dev.paddock.instance.InstanceServer;
import dev.paddock.instance.SingleInstance;
import dev.paddock.instance.SingleInstance.Entry;
import dev.paddock.model.GgufReader;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelProblem;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.platform.DisplaySupport;
import dev.paddock.ui.platform.FirstFrame;
import dev.paddock.ui.platform.RestingTimer;
import dev.paddock.ui.platform.ShapedTextRepair;
import dev.paddock.ui.platform.WindowClass;
import dev.paddock.ui.shell.SkeletonWindow;
import dev.paddock.ui.words.FileWords;
import dev.paddock.ui.words.ModelProblemWords;
import dev.paddock.ui.words.Words;

import javafx.application.Platform;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Runs the app with its window, from the lock on the data folder to the last file written. */
final class PaddockApp {
    /** So long another Paddock may take to answer, or to let go of the data folder. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandLine line;
    private final AppDirs dirs;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final Start start;
    private final CompletableFuture<InstanceServer> instanceServer = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile int status = Main.OK;

    /** Why there is no window, to be told once the toolkit is gone. */
    private volatile Optional<String> noWindow = Optional.empty();

    /** Told how far the start has come, on the FX thread. */
    interface Start {
        /** The window was drawn for the first time, with its parts in outline. */
        default void painted() {}

        /** It was drawn with everything in it. */
        default void usable() {}
    }

    PaddockApp(
            CommandLine line,
            AppDirs dirs,
            Words words,
            PrintStream out,
            PrintStream err,
            Start start) {
        this.line = line;
        this.dirs = dirs;
        this.words = words;
        this.out = out;
        this.err = err;
        this.start = start;
    }

    /**
     * Blocks until the window was closed, or until another Paddock has taken over what was asked
     * for; the exit status.
     */
    int run() {
        var problem = problem();
        if (problem.isPresent()) {
            return failed(new ModelProblemWords(words).of(problem.get()).sentence());
        }
        try {
            dirs.create();
            var arguments = line.arguments();
            var entry = SingleInstance.enter(dirs.data(), arguments, PATIENCE);
            return switch (entry) {
                case Entry.Alone(var lock) -> {
                    try (lock) {
                        yield runAlone();
                    }
                }
                case Entry.HandedOver _ -> {
                    out.println(words.of("cli.handedOver"));
                    yield Main.OK;
                }
                case Entry.Refused _ -> {
                    yield failed(words.of("cli.alreadyRunning", dirs.data()));
                }
            };
        } catch (IOException refused) {
            return failed(words.of("cli.dataDir", dirs.data(), FileWords.of(refused, words)));
        }
    }

    /** What is wrong with the model asked for; it would take the place of one that works. */
    private Optional<ModelProblem> problem() {
        try {
            if (line.model().isPresent()) {
                new GgufReader().read(line.model().get());
            }
            return Optional.empty();
        } catch (ModelException bad) {
            // The window takes the first part in place of a later one.
            return Optional.of(bad.problem())
                    .filter(problem -> !(problem instanceof ModelProblem.NotTheFirstPart));
        }
    }

    private int failed(String reason) {
        StartFailure.tell(err, reason);
        return Main.FAILED;
    }

    private int runAlone() {
        var building = CompletableFuture.supplyAsync(() -> new Wiring(dirs, line, words));
        var hook = new Thread(() -> endNow(building), "closing");
        try {
            Platform.startup(() -> openOrEnd(building));
        } catch (UnsupportedOperationException | LinkageError noToolkit) {
            building.join().close();
            return failed(DisplaySupport.explain(noToolkit, words));
        }
        Runtime.getRuntime().addShutdownHook(hook);
        return awaitEnd();
    }

    /** An app without a window could not be ended by the person. */
    private void openOrEnd(CompletableFuture<Wiring> building) {
        try {
            open(building.join());
        } catch (RuntimeException | LinkageError defect) {
            noWindow = Optional.of(words.of("cli.unexpected", tell(defect), dirs.logs()));
            building.thenAccept(this::close)
                    .whenComplete(
                            (_, unbuilt) -> {
                                if (unbuilt != null) {
                                    ended.countDown();
                                }
                            });
        }
    }

    /** Into the log, which may not be open yet; what it says. */
    private String tell(Throwable defect) {
        Logging.start(dirs.logs());
        LoggerFactory.getLogger(PaddockApp.class).error("the window does not open", defect);
        return words.defect(defect);
    }

    private void open(Wiring wiring) {
        Platform.setImplicitExit(false);
        if (DisplaySupport.linux()) {
            WindowClass.set();
        }
        ShapedTextRepair.install();
        wiring.background().execute(Theme::loadFonts);
        wiring.words().install();
        var kit = Toolkit.create(wiring.words());
        var look = new SkeletonWindow(kit, wiring.preferences(), () -> close(wiring));
        look.show();
        FirstFrame.then(
                () -> {
                    // It can be closed before there is anything in it.
                    if (look.stage().isShowing()) {
                        fillOrTell(wiring, kit, look);
                    }
                });
    }

    private void fillOrTell(Wiring wiring, Toolkit kit, SkeletonWindow look) {
        try {
            start.painted();
            wiring.begin();
            fill(wiring, kit, look);
        } catch (RuntimeException | LinkageError defect) {
            status = Main.FAILED;
            look.showDefect(words.of("shell.defect", tell(defect), dirs.logs()));
        }
    }

    private void fill(Wiring wiring, Toolkit kit, SkeletonWindow look) {
        var window = new MainWindow(wiring, kit, look, dirs.data());
        AnswerNotifications.begin(kit, wiring, look.stage());
        window.loader().begin(line.start(), line.model().isPresent());
        FirstFrame.then(
                () -> {
                    start.usable();
                    RestingTimer.install();
                    wiring.background().execute(this::log);
                    CompletableFuture.supplyAsync(SkeletonWindow::icons, wiring.background())
                            .thenAcceptAsync(look.stage().getIcons()::setAll, kit.ui());
                    wiring.background().execute(() -> listen(window, kit));
                });
    }

    /** Without it, later starts are told that this Paddock has the folder, and no more. */
    private void listen(MainWindow window, Toolkit kit) {
        try {
            instanceServer.complete(
                    InstanceServer.open(dirs.data(), asked -> serve(asked, window, kit)));
        } catch (IOException refused) {
            LoggerFactory.getLogger(PaddockApp.class).warn("later starts cannot ask", refused);
        }
    }

    private static CompletionStage<?> serve(
            List<String> arguments, MainWindow window, Toolkit kit) {
        try {
            var asked = CommandLine.parse(arguments);
            return CompletableFuture.runAsync(() -> window.serve(asked), kit.ui());
        } catch (UsageException otherVersion) {
            return CompletableFuture.failedStage(otherVersion);
        }
    }

    /** On the FX thread, with the window already gone from the screen. */
    private void close(Wiring wiring) {
        instanceServer.thenAccept(InstanceServer::close);
        Thread.ofPlatform()
                .name("closing")
                .start(
                        () -> {
                            try {
                                wiring.close();
                            } finally {
                                ended.countDown();
                            }
                        });
    }

    /** The system ends the app; JavaFX ends at the same time, and its complaints help nobody. */
    private void endNow(CompletableFuture<Wiring> building) {
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        instanceServer.thenAccept(InstanceServer::close);
        building.thenAccept(Wiring::close).join();
    }

    private int awaitEnd() {
        try {
            ended.await();
            Platform.exit();
            return noWindow.map(this::failed).orElse(status);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
    }

    private void log() {
        Logging.start(dirs.logs());
        var log = LoggerFactory.getLogger(PaddockApp.class);
        Thread.setDefaultUncaughtExceptionHandler(new DefectLog(log));
        log.info("Paddock {} on Java {}", Version.text(), Runtime.version());
    }
}

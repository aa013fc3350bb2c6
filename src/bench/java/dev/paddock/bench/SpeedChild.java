package dev.paddock.bench;

import dev.paddock.app.WindowRun;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.ui.platform.RestingTimer;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The app that {@link SpeedBench} looks at: prints port and key of its engine, then, for each line
 * {@code shown} or {@code hidden} that it reads, asks in the window and prints a line of {@code
 * tokensPerSecond framesPerSecond}.
 */
final class SpeedChild {
    private final WindowRun run;
    private final AtomicInteger frames = new AtomicInteger();

    private SpeedChild(WindowRun run) throws ReflectiveOperationException {
        this.run = run;
        var dirty = Scene.class.getDeclaredField("dirtyNodesSize");
        dirty.setAccessible(true);
        Platform.runLater(() -> run.scene().addPostLayoutPulseListener(() -> count(dirty)));
    }

    /** Arguments: the model. */
    static void main(String[] args) {
        int status = 1;
        try {
            serve(args);
            status = 0;
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        Runtime.getRuntime().halt(status);
    }

    private static void serve(String[] args) throws Exception {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await(60, TimeUnit.SECONDS);
        Path engine = Path.of(System.getProperty("paddock.engine"), "llama-server");
        var options = Options.of(EngineOptions.EXTRA_ARGUMENTS, "--ignore-eos");
        var plan = new LaunchPlan(engine, Path.of(args[0]), options);
        try (var run = WindowRun.openWide(plan, SpeedBench.TOKENS)) {
            Platform.runLater(RestingTimer::install);
            var child = new SpeedChild(run);
            System.out.println(run.endpoint().port() + " " + run.endpoint().key().text());
            var asked = new BufferedReader(new InputStreamReader(System.in));
            for (var how = asked.readLine(); how != null; how = asked.readLine()) {
                System.out.println(child.ask(how.equals(SpeedBench.HIDDEN)));
            }
        }
    }

    private String ask(boolean hidden) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    ((Stage) run.scene().getWindow()).setIconified(hidden);
                    done.countDown();
                });
        done.await();
        frames.set(0);
        long start = System.nanoTime();
        double speed = run.ask(SpeedBench.QUESTION).tokensPerSecond();
        return speed + " " + frames.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** A pulse after which something is drawn. */
    private void count(Field dirty) {
        try {
            if (dirty.getInt(run.scene()) > 0) {
                frames.incrementAndGet();
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

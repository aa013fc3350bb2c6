package dev.paddock.integration;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.llama.process.Layers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The app without its window: its own services over the real engine. Says on its output when it has
 * come to the moment it was asked for, goes on, and waits for its violent end.
 */
final class EngineOwner {
    private static final int MANY = 130_000;

    private final RealEngine engine;
    private final Path folder;
    private final LaunchPlan plan;
    private final Moment moment;

    private EngineOwner(RealEngine engine, Path folder, LaunchPlan plan, Moment moment) {
        this.engine = engine;
        this.folder = folder;
        this.plan = plan;
        this.moment = moment;
    }

    /** Arguments: the engine, a folder with a model, the moment, the layers. */
    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        var endless = RealEngine.endless(folder);
        var layers = Layers.valueOf(arguments[3]);
        var records = new EngineRecordFiles(folder.resolve("engines"));
        try (var engine = new RealEngine(layers.engine(records))) {
            var plan = new LaunchPlan(Path.of(arguments[0]), endless.model(), endless.options());
            new EngineOwner(engine, folder, plan, Moment.valueOf(arguments[2])).live();
            // It does not outlive the test either.
            System.in.read();
        }
        System.exit(0);
    }

    /** Beside the model, where whoever started this looks for what the engine's log said. */
    static final String LOG = "engine-log.txt";

    private void live() throws Exception {
        reached(Moment.BEGINNING);
        engine.engine.learn(plan.engine());
        reached(Moment.SPAWNING);
        engine.supervisor.start(plan);
        engine.await(EngineState.Spawning.class);
        reached(Moment.LOADING);
        engine.await(EngineState.Ready.class);
        Files.writeString(folder.resolve(LOG), engine.log());
        reached(Moment.READY);
        var streaming = new CountDownLatch(1);
        Thread.startVirtualThread(() -> stream(streaming));
        streaming.await();
        reached(Moment.STREAMING);
        if (moment == Moment.STOPPING) {
            reached(Moment.STOPPING);
            engine.supervisor.stop();
        }
    }

    private void stream(CountDownLatch streaming) {
        try {
            engine.open(RealEngine.request("Hello", MANY))
                    .run(
                            event -> {
                                if (event instanceof ChatEvent.Content) {
                                    streaming.countDown();
                                }
                            });
        } catch (ChatFailedException stopped) {
            // As it must be when the engine is stopped.
        }
    }

    private void reached(Moment now) {
        if (now == moment) {
            System.out.println(moment);
        }
    }
}

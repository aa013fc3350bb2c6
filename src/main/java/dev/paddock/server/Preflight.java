package dev.paddock.server;

import dev.paddock.model.ModelException;
import dev.paddock.model.ModelReader;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What can be found wrong before anything is started. Blocks on the disk. */
public final class Preflight {
    private final ModelReader models;

    public Preflight(ModelReader models) {
        this.models = models;
    }

    /** The first thing that is wrong with the engine or the model. */
    public Optional<Failure> files(LaunchPlan plan) {
        return engine(plan.engine()).or(() -> model(plan.model()));
    }

    /** Whether another program holds the port of 127.0.0.1. */
    public static Optional<Failure> port(int port) {
        try (var socket = new ServerSocket()) {
            // As the engine binds it: connections of an engine just ended do not matter.
            socket.setReuseAddress(!windows());
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of(new Failure.PortTaken(port));
        }
    }

    private Optional<Failure> engine(Path engine) {
        if (!Files.exists(engine)) {
            return Optional.of(new Failure.EngineMissing(engine));
        }
        if (!Files.isRegularFile(engine) || !Files.isExecutable(engine)) {
            return Optional.of(new Failure.EngineNotExecutable(engine));
        }
        try {
            return ProgramFormat.runsHere(engine)
                    ? Optional.empty()
                    : Optional.of(new Failure.EngineWrongFormat(engine));
        } catch (IOException unreadable) {
            // It may be run without being readable.
            return Optional.empty();
        }
    }

    private Optional<Failure> model(Path model) {
        try {
            models.read(model);
            return Optional.empty();
        } catch (ModelException bad) {
            return Optional.of(new Failure.BadModel(bad.problem()));
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}

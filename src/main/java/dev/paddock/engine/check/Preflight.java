package dev.paddock.engine.check;

import dev.paddock.engine.Failure;
import dev.paddock.engine.KillReport;
import dev.paddock.engine.LaunchChecks;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelReader;
import dev.paddock.option.EngineOptions;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be found wrong before anything is started, and what can be found out about a failure
 * afterwards. Blocks on the disk and on the system.
 */
public final class Preflight implements LaunchChecks {
    private final ModelReader models;
    private final MemoryCheck memory;
    private final PortHolders holders;
    private final OutOfMemoryKills kills;

    /** As it was before the newest start. */
    private volatile OutOfMemoryKills.Count killsBefore = OutOfMemoryKills.Count.UNTOLD;

    public Preflight(
            ModelReader models,
            MemorySource memory,
            PortHolders holders,
            OutOfMemoryKills kills,
            EngineDevices devices) {
        this.models = models;
        this.memory = new MemoryCheck(memory, devices);
        this.holders = holders;
        this.kills = kills;
    }

    /** Without questions to the system about its memory and its ports. */
    public Preflight(ModelReader models) {
        this(
                models,
                Optional::empty,
                _ -> Optional.empty(),
                OutOfMemoryKills.UNTOLD,
                EngineDevices.UNTOLD);
    }

    @Override
    public Optional<Failure> files(LaunchPlan plan) {
        killsBefore = kills.count();
        return engine(plan.engine()).or(() -> model(plan));
    }

    /** It shall listen on 127.0.0.1 or, shared, everywhere. */
    @Override
    public Optional<Failure> port(LaunchPlan plan) {
        int port = plan.value(EngineOptions.PORT);
        var address = plan.sharing().on() ? "0.0.0.0" : "127.0.0.1";
        // Of this family, as others may listen on the same port of IPv6.
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            // As the engine binds it: connections of an engine just ended do not matter.
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, !windows());
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(
                    forbidden(refused)
                            ? new Failure.PortReserved(port)
                            : new Failure.PortTaken(port));
        }
    }

    @Override
    public Failure explained(LaunchPlan plan, Failure failure) {
        if (failure instanceof Failure.PortTaken(int port, _)) {
            return new Failure.PortTaken(port, holders.of(port));
        }
        if (failure instanceof Failure.Killed(var exit, var lines, _)) {
            var memoryThen = kills.count().since(killsBefore);
            return new Failure.Killed(exit, lines, new KillReport(memoryThen, memory.freeBytes()));
        }
        if (failure instanceof Failure.OutOfMemory(var says, _, var request)) {
            return new Failure.OutOfMemory(says, memory.fits(plan), request);
        }
        if (failure instanceof Failure.ContextTooLarge(int tokens, var says, _, var request)) {
            return new Failure.ContextTooLarge(tokens, says, memory.fits(plan), request);
        }
        return failure;
    }

    /** Windows keeps ranges of ports for itself; elsewhere those below 1024 are kept. */
    static boolean forbidden(IOException refused) {
        return String.valueOf(refused.getMessage())
                .toLowerCase(Locale.ROOT)
                .contains("permission denied");
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

    private Optional<Failure> model(LaunchPlan plan) {
        try {
            return memory.of(plan, models.read(plan.model()));
        } catch (ModelException bad) {
            return Optional.of(new Failure.BadModel(bad.problem()));
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}

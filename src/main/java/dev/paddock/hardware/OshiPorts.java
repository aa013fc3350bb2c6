package dev.paddock.hardware;

import dev.paddock.engine.check.PortHolder;
import dev.paddock.engine.check.PortHolders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OperatingSystem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Finds out through OSHI who listens on a port. Safe from any thread. */
public final class OshiPorts implements PortHolders {
    private static final Logger LOG = LoggerFactory.getLogger(OshiPorts.class);

    private final Duration patience;

    /**
     * @param patience after it the holder stays unknown
     */
    public OshiPorts(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Optional<PortHolder> of(int port) {
        var answer = new CompletableFuture<Optional<PortHolder>>();
        Thread.ofPlatform().daemon().name("port-holder").start(() -> answer.complete(search(port)));
        return answer.completeOnTimeout(
                        Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static Optional<PortHolder> search(int port) {
        try {
            var system = new SystemInfo().getOperatingSystem();
            return system.getInternetProtocolStats().getConnections().stream()
                    .filter(connection -> listens(connection, port))
                    .map(IPConnection::getowningProcessId)
                    .filter(pid -> pid > 0)
                    .findFirst()
                    .map(pid -> holder(system, pid));
        } catch (LinkageError | RuntimeException notHere) {
            LOG.debug("the holder of a port cannot be found out", notHere);
            return Optional.empty();
        }
    }

    private static boolean listens(IPConnection connection, int port) {
        return connection.getLocalPort() == port && connection.getState() == TcpState.LISTEN;
    }

    private static PortHolder holder(OperatingSystem system, int pid) {
        var info = ProcessHandle.of(pid).map(ProcessHandle::info);
        var arguments = info.flatMap(ProcessHandle.Info::arguments).map(List::of).orElse(List.of());
        String program =
                info.flatMap(ProcessHandle.Info::command)
                        .map(command -> ProgramName.of(command, arguments))
                        .or(
                                () ->
                                        Optional.ofNullable(system.getProcess(pid))
                                                .map(process -> process.getName()))
                        .orElse("?");
        var more =
                new PortHolder.Details(
                        info.flatMap(ProcessHandle.Info::command)
                                .map(command -> commandLine(command, arguments)),
                        info.flatMap(ProcessHandle.Info::user),
                        info.flatMap(ProcessHandle.Info::startInstant));
        return new PortHolder(program, pid, more);
    }

    private static String commandLine(String command, List<String> arguments) {
        return arguments.isEmpty() ? command : command + " " + String.join(" ", arguments);
    }
}

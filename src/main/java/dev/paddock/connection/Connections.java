package dev.paddock.connection;

import dev.paddock.engine.EngineState;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The servers that can be chatted with. Safe from any thread; nothing here blocks. */
public final class Connections implements AutoCloseable {
    private final Observable<EngineState> engine;
    private final Keys keys;
    private final Signal<Readiness> local;
    private final Subscription watching;
    private final Map<ConnectionId, Other> others = new ConcurrentHashMap<>();

    private record Other(Connection connection, ServerInfo info) {}

    /**
     * @param engine the one this app runs
     * @param keys of the others
     */
    public Connections(Observable<EngineState> engine, Keys keys) {
        this.engine = engine;
        this.keys = keys;
        local = new Signal<>(Readiness.of(engine.value()));
        watching =
                engine.subscribe(
                        state -> {
                            var next = Readiness.of(state);
                            if (next != local.value()) {
                                local.set(next);
                            }
                        });
    }

    /** Whether the local engine would answer now. */
    public Observable<Readiness> local() {
        return local;
    }

    /** The server behind a connection, as it is now; empty while nobody would answer there. */
    public Optional<ReadyServer> find(ConnectionId id) {
        return id.equals(ConnectionId.LOCAL)
                ? engine.value().running().map(ReadyServer::local)
                : Optional.ofNullable(others.get(id)).map(this::server);
    }

    /**
     * Makes another server known, in place of an earlier one of the same id.
     *
     * @throws IllegalArgumentException for the id of the local engine, which needs none of this
     */
    public void add(Connection connection, ServerInfo info) {
        if (connection.id().equals(ConnectionId.LOCAL)) {
            throw new IllegalArgumentException("the local engine is known already");
        }
        others.put(connection.id(), new Other(connection, info));
    }

    /** What is open to it goes on to its end. */
    public void remove(ConnectionId id) {
        others.remove(id);
    }

    @Override
    public void close() {
        watching.close();
    }

    private ReadyServer server(Other other) {
        var key = other.connection().address().key().flatMap(keys::find);
        return new ReadyServer(other.connection(), other.info(), key);
    }
}

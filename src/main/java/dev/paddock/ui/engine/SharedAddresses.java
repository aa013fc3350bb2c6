package dev.paddock.ui.engine;

import dev.paddock.engine.EngineState;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Where other computers reach an engine that is shared; looked up whenever one is ready. */
final class SharedAddresses implements Subscription {
    private final Observable<EngineState> engine;
    private final Signal<List<String>> addresses = new Signal<>(List.of());
    private final Subscription watching;

    /**
     * @param networks the addresses of this computer for others; may block
     */
    SharedAddresses(
            Observable<EngineState> engine, Supplier<List<String>> networks, Executor background) {
        this.engine = engine;
        watching = engine.subscribe(state -> look(state, networks, background));
    }

    private void look(EngineState state, Supplier<List<String>> networks, Executor background) {
        if (state instanceof EngineState.Ready(var running) && running.plan().sharing().on()) {
            background.execute(() -> addresses.set(networks.get()));
        }
    }

    /** Of this computer, as of the last engine that others may reach. */
    Observable<List<String>> addresses() {
        return addresses;
    }

    /** Of the running engine; none when it is not shared. */
    List<String> urls() {
        return engine.value()
                .running()
                .filter(running -> running.plan().sharing().on())
                .map(running -> running.endpoint().port())
                .map(port -> addresses.value().stream().map(a -> url(a, port)).toList())
                .orElse(List.of());
    }

    private static String url(String address, int port) {
        return "http://" + address + ":" + port + "/v1";
    }

    @Override
    public void close() {
        watching.close();
    }
}

package planted.dropped;

import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscription;

class Violator {
    private final Signal<String> signal = new Signal<>("");
    private final Subscription kept;

    Violator() {
        kept = signal.subscribe(_ -> {});
        signal.subscribe(_ -> {});
    }

    Runnable later() {
        return () -> signal.subscribe(_ -> {});
    }

    Subscription kept() {
        return kept;
    }
}
